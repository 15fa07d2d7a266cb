package id.smartkampung.deploy.population;

import com.fasterxml.jackson.databind.JsonNode;
import id.smartkampung.deploy.chance.Random64;
import id.smartkampung.model.vocabulary.Religion;
import id.smartkampung.model.wilayah.KodeWilayah;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes up names by the rules in {@code nama_sintetis.json}: by birth year, religion and people. */
final class Names {

    private static final JsonNode LISTS = Recipe.read("nama_sintetis.json");

    /** From then on a name has two words and no abbreviation (Permendagri 73/2022). */
    private static final LocalDate TWO_WORDS_FROM = LocalDate.of(2022, 4, 21);

    /** The list of last names has those of men first. */
    private static final String FIRST_LAST_NAME_OF_WOMEN = "Rahmawati";

    private static final List<String> WITH_APOSTROPHE_MEN = List.of("Nu'man", "Ma'ruf", "Rifa'i", "Syafi'i", "Mu'in");
    private static final List<String> WITH_APOSTROPHE_WOMEN = List.of("Sa'diyah", "Mu'arofah", "Ni'mah", "Mas'udah");
    private static final List<String> WRITTEN_FOR_MUHAMMAD = List.of("Moh.", "Moh", "Muh.", "Moch.", "M.", "Mohammad");

    private static final int APOSTROPHES_PER_MILLION = 8_000;
    private static final int PATTERN_OF_A_PEOPLE_PERCENT = 30;
    private static final int BALINESE_OF_HINDU_PERCENT = 60;

    private final Random64 random;
    private final boolean madurese;
    private final boolean osing;
    private final Map<String, List<String>> lists = new HashMap<>();

    /** Which people (<i>suku</i>) a family belongs to; written as the register has it. */
    enum Ethnicity {
        JAWA,
        OSING,
        MADURA,
        BALI,
        TIONGHOA
    }

    Names(KodeWilayah desa, Random64 random) {
        this.random = random;
        madurese = isOneOf(desa, Set.of("Kalipuro", "Wongsorejo", "Muncar", "Glenmore", "Kalibaru"));
        osing = isOneOf(desa, Set.of("Glagah", "Licin", "Kabat", "Giri", "Singojuruh"));
        LISTS.properties().forEach(list -> {
            List<String> names = new ArrayList<>();
            list.getValue().forEach(name -> names.add(name.asText()));
            lists.put(list.getKey(), names);
        });
        List<String> last = lists.get("belakang_umum");
        int women = last.indexOf(FIRST_LAST_NAME_OF_WOMEN);
        lists.put("belakang_L", last.subList(0, women));
        lists.put("belakang_P", last.subList(women, last.size()));
    }

    Ethnicity ethnicity(Religion religion) {
        return switch (religion) {
            case HINDU -> random.nextInt(100) < BALINESE_OF_HINDU_PERCENT ? Ethnicity.BALI : Ethnicity.JAWA;
            case BUDDHIST, CONFUCIAN -> Ethnicity.TIONGHOA;
            default -> {
                boolean ofAPeople = random.nextInt(100) < PATTERN_OF_A_PEOPLE_PERCENT;
                if (ofAPeople && madurese) {
                    yield Ethnicity.MADURA;
                }
                yield ofAPeople && osing ? Ethnicity.OSING : Ethnicity.JAWA;
            }
        };
    }

    String name(Draft person, Ethnicity ethnicity) {
        return name(person.bornOn, person.isWoman(), person.religion, ethnicity);
    }

    String name(LocalDate bornOn, boolean woman, Religion religion, Ethnicity ethnicity) {
        String sex = woman ? "P" : "L";
        boolean modern = !bornOn.isBefore(TWO_WORDS_FROM);
        return switch (ethnicity) {
            case BALI -> pick("bali_" + sex) + " " + pick("belakang_" + sex);
            case TIONGHOA -> pick("kristen_depan") + " " + pick("tionghoa");
            case MADURA -> simple("madura_" + sex, sex, bornOn, modern);
            case OSING -> simple("osing_" + sex, sex, bornOn, modern);
            case JAWA ->
                religion == Religion.PROTESTANT || religion == Religion.CATHOLIC
                        ? pick("kristen_depan") + " " + pick("jawa_tunggal_" + sex)
                        : javanese(sex, bornOn, modern);
        };
    }

    private String javanese(String sex, LocalDate bornOn, boolean modern) {
        if (random.nextInt(100) < oneWordPercent(bornOn)) {
            return pick("jawa_tunggal_" + sex);
        }
        if (bornOn.getYear() < 1970 && random.nextInt(2) == 0) {
            return pick("jawa_tunggal_" + sex) + " " + pick("jawa_tunggal_" + sex);
        }
        String first = pick("islam_depan_" + sex);
        if (modern) {
            return first + " " + pick("belakang_" + sex);
        }
        if (first.equals("Muhammad") && random.nextInt(2) == 0) {
            first = random.oneOf(WRITTEN_FOR_MUHAMMAD);
        }
        if (random.perMillion(APOSTROPHES_PER_MILLION)) {
            return first + " " + random.oneOf(sex.equals("P") ? WITH_APOSTROPHE_WOMEN : WITH_APOSTROPHE_MEN);
        }
        return first + " " + pick("belakang_" + sex);
    }

    /** Names of a people; those that are abbreviations, and all since 2022, have a second word. */
    private String simple(String list, String sex, LocalDate bornOn, boolean modern) {
        String name = pick(list);
        if (modern) {
            return name.endsWith(".") ? javanese(sex, bornOn, true) : name + " " + pick("belakang_" + sex);
        }
        if (!name.endsWith(".") && random.nextInt(100) < oneWordPercent(bornOn)) {
            return name;
        }
        return name + " " + pick("belakang_" + sex);
    }

    private static int oneWordPercent(LocalDate bornOn) {
        if (bornOn.getYear() < 1970) {
            return 48;
        }
        if (bornOn.getYear() < 2000) {
            return 17;
        }
        return bornOn.getYear() < 2022 ? 6 : 1;
    }

    private String pick(String list) {
        return random.oneOf(lists.get(list));
    }

    private static boolean isOneOf(KodeWilayah desa, Set<String> kecamatan) {
        return kecamatan.stream().map(Recipe::kecamatan).anyMatch(desa.kecamatan()::equals);
    }
}
