package id.smartkampung.deploy.population;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.smartkampung.deploy.chance.Choice;
import id.smartkampung.deploy.chance.Random64;
import id.smartkampung.model.vocabulary.BloodGroup;
import id.smartkampung.model.vocabulary.Disability;
import id.smartkampung.model.vocabulary.Education;
import id.smartkampung.model.vocabulary.MaritalStatus;
import id.smartkampung.model.vocabulary.Occupation;
import id.smartkampung.model.vocabulary.Religion;
import id.smartkampung.model.vocabulary.Sex;
import id.smartkampung.model.wilayah.KodeWilayah;
import id.smartkampung.model.wilayah.Wilayah;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The recipe of the population ({@code populasi_resep.json}) as distributions that can be drawn from. */
final class Recipe {

    static final Recipe BANYUWANGI = onItsDay();

    /** One five-year group of the pyramid: its share of all people, and men per hundred women within it. */
    record AgeGroup(int from, int to, double percent, double menPerHundredWomen) {}

    /** How often what is wrong in real registers is wrong in this one. */
    record Anomalies(int nikMismatchPerMillion, int noNikPerMillion, int roundBirthdayPercentOfElderly) {}

    private record Band<T>(int from, int to, Choice<T> choice) {}

    private final JsonNode root;

    /** The day on which people are as old as they are made. */
    final LocalDate referenceDate;

    final int residents;
    final List<AgeGroup> pyramid = new ArrayList<>();
    final double ageGroupDeviation;
    final Choice<int[]> householdSizes = new Choice<>();
    final Choice<BloodGroup> bloodGroups;
    final Choice<Disability> disabilities;
    final int foreignersPerMillion;
    final Anomalies anomalies;

    private final Choice<Religion> religions;
    private final Map<Religion, Map<KodeWilayah, Double>> religionMultipliers = new LinkedHashMap<>();
    private final Map<Sex, List<Band<MaritalStatus>>> maritalStatus = new LinkedHashMap<>();
    private final List<Band<Education>> education = new ArrayList<>();
    private final Map<String, Choice<Occupation>> occupations = new LinkedHashMap<>();

    private Recipe(JsonNode root, LocalDate referenceDate) {
        this.root = root;
        this.referenceDate = referenceDate;
        residents = root.at("/total_DKB_2024S2/jumlah").asInt();
        ageGroupDeviation = root.at("/variasi_desa/sd_logit_kelompok_umur").asDouble();
        for (JsonNode group : root.required("piramida_persen")) {
            int[] ages = range(group.required("kelompok").asText());
            pyramid.add(new AgeGroup(
                    ages[0],
                    Math.min(ages[1], 104),
                    group.required("persen").asDouble(),
                    group.required("rasio_jk").asDouble()));
        }
        numbers(root.at("/ukuran_kk/persen")).forEach((sizes, percent) -> householdSizes.with(range(sizes), percent));
        bloodGroups = coded(root.required("golongan_darah_persen"), BloodGroup::ofCode);
        disabilities = coded(root.required("disabilitas_persen"), Disability::ofCode);
        foreignersPerMillion = (int) Math.round(root.required("wna_per_10000").asDouble() * 100);
        religions = religions(root.required("agama_persen"));
        religionMultipliers.put(Religion.HINDU, byKecamatan("/agama_pengali_kecamatan/HINDU"));
        religionMultipliers.put(Religion.PROTESTANT, byKecamatan("/agama_pengali_kecamatan/KRISTEN"));
        maritalStatus.put(Sex.MALE, maritalStatus("L"));
        maritalStatus.put(Sex.FEMALE, maritalStatus("P"));
        root.required("pendidikan_kk_persen").properties().forEach(band -> {
            if (band.getValue().isObject()) {
                int[] ages = range(band.getKey());
                education.add(new Band<>(ages[0], ages[1], coded(band.getValue(), Education::ofCode)));
            }
        });
        root.required("pekerjaan_persen").properties().forEach(group -> {
            if (!group.getKey().equals("pengali") && group.getValue().isObject()) {
                occupations.put(group.getKey(), coded(group.getValue(), Occupation::new));
            }
        });
        JsonNode faults = root.required("anomali_untuk_uji");
        anomalies = new Anomalies(
                (int) Math.round(
                        faults.required("nik_tanggal_tak_cocok_per_1000").asDouble() * 1000),
                (int) Math.round(faults.required("tanpa_nik_per_1000").asDouble() * 1000),
                faults.required("tanggal_lahir_0107_atau_3112_lansia_persen").asInt());
    }

    private static Recipe onItsDay() {
        JsonNode root = read("populasi_resep.json");
        return new Recipe(root, LocalDate.parse(root.required("tanggal_acuan").asText()));
    }

    /** The same recipe for people as they are on another day. */
    Recipe asOf(LocalDate day) {
        return new Recipe(root, day);
    }

    Choice<Religion> religions(KodeWilayah desa) {
        return religions.times(
                religion -> religionMultipliers.getOrDefault(religion, Map.of()).getOrDefault(desa.kecamatan(), 1.0));
    }

    MaritalStatus drawMaritalStatus(Sex sex, int age, Random64 random) {
        return draw(maritalStatus.get(sex), age, random);
    }

    Education drawEducation(int age, Random64 random) {
        return draw(education, age, random);
    }

    /** Occupations of a sex and age group of the recipe, such as {@code L 19-59}, as they are in one desa. */
    Choice<Occupation> occupations(String group, KodeWilayah desa) {
        double fishermen = multiplier("/pekerjaan_persen/pengali/11 NELAYAN", desa);
        double employees = multiplier("/pekerjaan_persen/pengali/PNS~1swasta", desa);
        return occupations.get(group).times(occupation -> switch (occupation.code()) {
            case 11 -> fishermen;
            case 5, 15 -> employees;
            default -> 1;
        });
    }

    boolean isYoungCoast(KodeWilayah desa) {
        for (JsonNode name : root.at("/variasi_desa/pesisir_muda")) {
            if (kecamatan(name.asText()).equals(desa.kecamatan())) {
                return true;
            }
        }
        return false;
    }

    /** A kecamatan by its name: names of kecamatan, unlike those of desa, are unique within the regency. */
    static KodeWilayah kecamatan(String name) {
        return Wilayah.kecamatan().stream()
                .filter(area -> area.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no kecamatan " + name))
                .kode();
    }

    static JsonNode read(String resource) {
        try (InputStream json = Recipe.class.getResourceAsStream(resource)) {
            return new ObjectMapper().readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " cannot be read", e);
        }
    }

    private double multiplier(String pointer, KodeWilayah desa) {
        return byKecamatan(pointer).getOrDefault(desa.kecamatan(), 1.0);
    }

    private Map<KodeWilayah, Double> byKecamatan(String pointer) {
        Map<KodeWilayah, Double> multipliers = new LinkedHashMap<>();
        numbers(root.at(pointer)).forEach((name, number) -> multipliers.put(kecamatan(name), number));
        return multipliers;
    }

    private List<Band<MaritalStatus>> maritalStatus(String sex) {
        List<Band<MaritalStatus>> bands = new ArrayList<>();
        root.at("/status_kawin_persen/" + sex).properties().forEach(band -> {
            int[] ages = range(band.getKey());
            Choice<MaritalStatus> choice = new Choice<>();
            for (MaritalStatus status : MaritalStatus.values()) {
                choice.with(status, band.getValue().get(status.code() - 1).asDouble());
            }
            bands.add(new Band<>(ages[0], ages[1], choice));
        });
        return bands;
    }

    private static <T> T draw(List<Band<T>> bands, int age, Random64 random) {
        for (Band<T> band : bands) {
            if (age >= band.from() && age <= band.to()) {
                return band.choice().draw(random);
            }
        }
        throw new IllegalArgumentException("the recipe says nothing of age " + age);
    }

    private static <T> Choice<T> coded(JsonNode percents, Function<Integer, T> ofCode) {
        Choice<T> choice = new Choice<>();
        numbers(percents).forEach((code, percent) -> choice.with(ofCode.apply(Integer.valueOf(code)), percent));
        return choice;
    }

    /** The recipe names religions as the official list does, in its order. */
    private static Choice<Religion> religions(JsonNode percents) {
        Choice<Religion> choice = new Choice<>();
        Iterator<Double> inOrder = numbers(percents).values().iterator();
        for (Religion religion : Religion.values()) {
            choice.with(religion, inOrder.next());
        }
        return choice;
    }

    /** The entries of an object that are numbers; next to them the recipe keeps remarks. */
    private static Map<String, Double> numbers(JsonNode object) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        object.properties().forEach(entry -> {
            if (entry.getValue().isNumber()) {
                numbers.put(entry.getKey(), entry.getValue().asDouble());
            }
        });
        return numbers;
    }

    /** Reads {@code 5-9}, {@code 100+} or {@code 3}. */
    private static int[] range(String text) {
        if (text.endsWith("+")) {
            return new int[] {Integer.parseInt(text.substring(0, text.length() - 1)), Integer.MAX_VALUE};
        }
        String[] ends = text.split("-", -1);
        return new int[] {Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1])};
    }
}
