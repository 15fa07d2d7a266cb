package id.smartkampung.deploy.history;

import com.fasterxml.jackson.databind.JsonNode;
import id.smartkampung.deploy.chance.Choice;
import id.smartkampung.deploy.population.Population;
import id.smartkampung.model.request.Channel;
import id.smartkampung.model.vocabulary.MoveKind;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;

/** What the recipe of the population says of how often something happens, and how; rates per 1,000 people and year. */
final class Rates {

    static final Rates BANYUWANGI = new Rates(Population.recipe());

    /** Of {@code mortalitas}: deaths of a year grow with age by Gompertz' law; of 1,000 born this many die in the first. */
    static final int INFANT_DEATHS_PER_THOUSAND = 8;

    private static final double GOMPERTZ_LEVEL = 0.00018;
    private static final double GOMPERTZ_SLOPE = 0.088;
    private static final int OLDEST = 104;

    final LocalDate referenceDate;
    final double deaths;
    final double arrivals;
    final double departures;
    final double splits;
    final double corrections;
    final double cards;
    final double requests;
    final Choice<MoveKind> moveKinds = new Choice<>();

    /** Of other causes than a birth, a death or a move. */
    final Choice<String> requestKinds = new Choice<>();

    final Choice<Channel> channels = new Choice<>();
    final Map<DayOfWeek, Double> weightOfDay = new EnumMap<>(DayOfWeek.class);
    final Choice<Integer> hours = new Choice<>();
    final int deliveredOfWhatsAppPercent;
    final int deliveredOfOthersPercent;
    final int medianMinutes;
    final double sigmaOfMinutes;
    final double incompletePercent;
    final double rejectedPercent;
    final double cancelledPercent;
    final double afterLebaran;
    final double atSchoolYear;

    /** Years of age, weighted by how many people die in them. */
    final Choice<Integer> ageAtDeath = new Choice<>();

    private final JsonNode root;

    private Rates(JsonNode root) {
        this.root = root;
        referenceDate = Population.referenceDate();
        deaths = rate("mati");
        arrivals = rate("datang");
        departures = rate("pindah_keluar");
        splits = rate("pecah_kk");
        corrections = rate("ubah_biodata");
        cards = rate("rekam_ktp");
        JsonNode services = root.required("permohonan");
        requests = services.required("per_1000_penduduk_per_tahun").asDouble();
        // Who moves within the desa stays in it: that is no event of its number of people.
        each(root.required("pindah_keluar_jenis_persen"), code -> MoveKind.ofCode(Integer.parseInt(code)), moveKinds);
        each(services.required("jenis_persen"), Function.identity(), requestKinds);
        each(services.required("saluran_persen"), Rates::channel, channels);
        services.required("bobot_hari")
                .properties()
                .forEach(
                        day -> weightOfDay.put(day(day.getKey()), day.getValue().asDouble()));
        services.required("bobot_jam").properties().forEach(hour -> {
            if (hour.getValue().isNumber()) {
                hours.with(Integer.valueOf(hour.getKey()), hour.getValue().asDouble());
            }
        });
        deliveredOfWhatsAppPercent =
                services.at("/antar_ke_rumah_persen/WHATSAPP").asInt();
        deliveredOfOthersPercent = services.at("/antar_ke_rumah_persen/lain").asInt();
        medianMinutes = services.at("/lama_proses_menit_lognormal/median").asInt();
        sigmaOfMinutes = services.at("/lama_proses_menit_lognormal/sigma").asDouble();
        incompletePercent = services.required("perlu_perbaikan_persen").asDouble();
        rejectedPercent = services.required("ditolak_persen").asDouble();
        cancelledPercent = services.required("dibatalkan_persen").asDouble();
        afterLebaran = services.at("/musim/pasca-Lebaran 2 minggu").asDouble();
        atSchoolYear = services.at("/musim/Juni-Juli (sekolah~1SKTM)").asDouble();
        mortality();
    }

    /** Of all requests those of a kind, in percent. */
    double percentOfRequests(String kind) {
        return root.at("/permohonan/jenis_persen/" + kind).asDouble();
    }

    double rate(String name) {
        return root.at("/laju_per_1000_per_tahun/" + name).asDouble();
    }

    /** Infants are told apart: their deaths follow the births. */
    private void mortality() {
        for (JsonNode group : root.required("piramida_persen")) {
            String text = group.required("kelompok").asText();
            int from = Integer.parseInt(text.split("[-+]", -1)[0]);
            int to = text.endsWith("+") ? OLDEST : Integer.parseInt(text.split("-", -1)[1]);
            double ofOneAge = group.required("persen").asDouble() / (to - from + 1);
            for (int age = Math.max(1, from); age <= to; age++) {
                ageAtDeath.with(age, ofOneAge * GOMPERTZ_LEVEL * StrictMath.exp(GOMPERTZ_SLOPE * age) * 1000);
            }
        }
    }

    private static <T> void each(JsonNode percents, Function<String, T> of, Choice<T> choice) {
        percents.properties().forEach(entry -> {
            T thing = of.apply(entry.getKey());
            if (thing != MoveKind.WITHIN_DESA) {
                choice.with(thing, entry.getValue().asDouble());
            }
        });
    }

    private static Channel channel(String name) {
        return switch (name) {
            case "LOKET" -> Channel.COUNTER;
            case "WHATSAPP" -> Channel.WHATSAPP;
            case "ANDROID" -> Channel.ANDROID;
            case "ANJUNGAN" -> Channel.KIOSK;
            case "MPP" -> Channel.SERVICE_MALL;
            case "JEMPUT_BOLA" -> Channel.OUTREACH;
            default -> throw new IllegalArgumentException("the recipe names an unknown channel " + name);
        };
    }

    private static DayOfWeek day(String name) {
        return switch (name) {
            case "Senin" -> DayOfWeek.MONDAY;
            case "Selasa" -> DayOfWeek.TUESDAY;
            case "Rabu" -> DayOfWeek.WEDNESDAY;
            case "Kamis" -> DayOfWeek.THURSDAY;
            case "Jumat" -> DayOfWeek.FRIDAY;
            default -> throw new IllegalArgumentException("the recipe names an unknown day " + name);
        };
    }
}
