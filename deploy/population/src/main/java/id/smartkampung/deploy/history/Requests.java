package id.smartkampung.deploy.history;

import id.smartkampung.deploy.chance.Random64;
import id.smartkampung.model.change.MutationKind;
import id.smartkampung.model.event.RequestRecorded;
import id.smartkampung.model.event.RequestRecorded.Step;
import id.smartkampung.model.letter.LetterCatalogue;
import id.smartkampung.model.letter.LetterKind;
import id.smartkampung.model.request.Channel;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** What people asked the village office for: by the seasons of the recipe, and for what happened to them. */
final class Requests {

    /** Kinds that come with what they are about. */
    private static final Map<MutationKind, String> OF_MUTATIONS = new TreeMap<>(Map.of(
            MutationKind.BIRTH, "LAHIR",
            MutationKind.DEATH, "MATI",
            MutationKind.DEPARTURE, "PINDAH",
            MutationKind.ARRIVAL, "DATANG"));

    /** What the recipe calls others. */
    private static final List<String> OTHERS =
            List.of("DOMUSAHA", "KERAMAIAN", "IZINORTU", "TANAH", "KUASA", "BIODATA");

    private static final int GROWN_UP = 17;
    private static final int TRIES = 60;

    /** Nobody who asks is gone before an ordinary request has its end. */
    private static final int DAYS_TO_END = 21;

    private static final int CPNS_WEEKS = 3;
    private static final double CPNS_TIMES = 4;

    /** Makes SKCK 36 of a hundred instead of 13: four times its weight among the others. */
    private static final int CPNS_REDRAWN_PERCENT = 27;

    private static final int EVENING_OF_VILLAGES_PER_MILLION = 30_000;
    private static final int EVENING_PERCENT = 10;

    private final Stage stage;
    private final Random64 random;
    private final Rates rates;
    private final RequestCourse course;
    private final boolean hasKiosk;
    private final boolean isOpenInTheEvening;
    private final List<Life> people;
    private final List<Asked> asked = new ArrayList<>();

    /** Somebody asked for something. */
    private record Asked(Instant at, Life who, LetterKind kind, Channel channel) {}

    Requests(Stage stage, Random64 random, boolean hasKiosk) {
        this.stage = stage;
        this.random = random;
        this.hasKiosk = hasKiosk;
        rates = stage.rates;
        course = new RequestCourse(rates, random);
        isOpenInTheEvening = random.perMillion(EVENING_OF_VILLAGES_PER_MILLION);
        people = stage.people().stream()
                .filter(life -> life.ageOn(stage.last) >= GROWN_UP)
                .toList();
    }

    /** Every state of every request, each when it was recorded; not in order. */
    List<History.Recorded> make() {
        ofMutations();
        ofSeasons();
        asked.sort(Comparator.comparing(Asked::at));
        List<History.Recorded> recorded = new ArrayList<>();
        Map<Integer, Integer> given = new TreeMap<>();
        for (Asked one : asked) {
            int year = one.at().atOffset(OfficeDays.WIB).getYear();
            String number = String.format(Locale.ROOT, "%02d-%04d", year % 100, given.merge(year, 1, Integer::sum));
            record(one, number, recorded);
        }
        return recorded;
    }

    private void record(Asked one, String number, List<History.Recorded> recorded) {
        boolean delivered = random.nextInt(100)
                < (one.channel() == Channel.WHATSAPP
                        ? rates.deliveredOfWhatsAppPercent
                        : rates.deliveredOfOthersPercent);
        UUID id = random.nextUuid(one.at());
        List<Step> steps = RequestCourse.until(course.from(one.at(), one.channel(), delivered), stage.last);
        for (int i = 0; i < steps.size(); i++) {
            RequestRecorded event = new RequestRecorded(
                    id,
                    number,
                    one.who().person.id(),
                    one.kind(),
                    one.channel(),
                    steps.get(i).state(),
                    delivered,
                    one.at(),
                    steps.subList(0, i + 1));
            recorded.add(new History.Recorded(steps.get(i).at(), event));
        }
    }

    private void ofMutations() {
        for (Map.Entry<MutationKind, String> entry : OF_MUTATIONS.entrySet()) {
            List<Act> acts = stage.acts.stream()
                    .filter(act -> act.kind == entry.getKey())
                    .toList();
            double wanted = stage.count(rates.requests * rates.percentOfRequests(entry.getValue()) / 100);
            int perMillion = (int) (1_000_000 * Math.min(1, wanted / Math.max(1, acts.size())));
            for (Act act : acts) {
                if (random.perMillion(perMillion)) {
                    ofMutation(act, entry.getValue());
                }
            }
        }
    }

    /** Whoever leaves asks before; for the others somebody of the family asks on the day of the report. */
    private void ofMutation(Act act, String kind) {
        boolean leaving = act.kind == MutationKind.DEPARTURE;
        LocalDate day = leaving
                ? OfficeDays.before(act.happenedOn().minusDays(random.between(DAYS_TO_END / 3, DAYS_TO_END)))
                : OfficeDays.onOrAfter(act.reportedOn().plusDays(act.kind == MutationKind.ARRIVAL ? 1 : 0));
        if (!stage.isWithin(day)) {
            return;
        }
        Life subject = act.people().get(0);
        List<Life> family = leaving ? act.people() : subject.home.members;
        family.stream()
                .filter(life -> leaving || life.isHere(day.plusDays(DAYS_TO_END)))
                .filter(life -> life.isHere(day) && life.ageOn(day) >= GROWN_UP)
                .findFirst()
                .ifPresent(life -> ask(day, life, new LetterKind(kind)));
    }

    private void ofSeasons() {
        List<LocalDate> days = stage.first
                .datesUntil(stage.last.plusDays(1))
                .filter(OfficeDays::isOpen)
                .toList();
        double sum = days.stream().mapToDouble(this::weight).sum();
        double ofMutations = OF_MUTATIONS.values().stream()
                .mapToDouble(rates::percentOfRequests)
                .sum();
        double all = stage.residents() * rates.requests * 2 / 1000 * (100 - ofMutations) / 100;
        for (LocalDate day : days) {
            int requests = poissonGamma(all * weight(day) / sum);
            for (int i = 0; i < requests; i++) {
                applicant(day).ifPresent(life -> ask(day, life, kind(day)));
            }
        }
    }

    private double weight(LocalDate day) {
        double weight = rates.weightOfDay.get(day.getDayOfWeek());
        if (OfficeDays.isAfterLebaran(day)) {
            weight *= rates.afterLebaran;
        }
        if (day.getMonth() == Month.JUNE || day.getMonth() == Month.JULY) {
            weight *= rates.atSchoolYear;
        }
        return isCpns(day) ? weight * (1 + (CPNS_TIMES - 1) * rates.percentOfRequests("SKCK") / 100) : weight;
    }

    /** The three weeks in which who wants to be a civil servant needs a word of the police. */
    private static boolean isCpns(LocalDate day) {
        LocalDate opened = LocalDate.of(day.getYear(), Month.AUGUST, 20);
        return !day.isBefore(opened) && day.isBefore(opened.plusWeeks(CPNS_WEEKS));
    }

    /** Poisson whose mean varies by a gamma of shape 4, so that one day is busier than the next. */
    private int poissonGamma(double mean) {
        double product = 1;
        for (int k = 0; k < 4; k++) {
            product *= uniform();
        }
        double limit = StrictMath.exp(-mean * -StrictMath.log(product) / 4);
        int drawn = 0;
        for (double left = uniform(); left > limit; left *= uniform()) {
            drawn++;
        }
        return drawn;
    }

    private double uniform() {
        return (random.nextInt(1 << 30) + 1.0) / (1 << 30);
    }

    private Optional<Life> applicant(LocalDate day) {
        for (int i = 0; i < TRIES && !people.isEmpty(); i++) {
            Life life = random.oneOf(people);
            if (life.ageOn(day) >= GROWN_UP && life.isHere(day) && life.isHere(day.plusDays(DAYS_TO_END))) {
                return Optional.of(life);
            }
        }
        return Optional.empty();
    }

    private LetterKind kind(LocalDate day) {
        while (true) {
            String kind = rates.requestKinds.draw(random);
            // The others keep their proportions.
            if (isCpns(day) && !kind.equals("SKCK") && random.nextInt(100) < CPNS_REDRAWN_PERCENT) {
                kind = "SKCK";
            }
            if (kind.equals("lain")) {
                return new LetterKind(random.oneOf(OTHERS));
            }
            if (!OF_MUTATIONS.containsValue(kind)) {
                return new LetterKind(kind);
            }
        }
    }

    private void ask(LocalDate day, Life life, LetterKind kind) {
        Channel channel = channel(kind);
        int hour = rates.hours.draw(random);
        boolean online = channel == Channel.WHATSAPP || channel == Channel.ANDROID;
        if (isOpenInTheEvening && online && random.nextInt(100) < EVENING_PERCENT) {
            hour = random.between(18, 20);
        }
        asked.add(new Asked(OfficeDays.at(day, hour * 3600 + random.nextInt(3600)), life, kind, channel));
    }

    private Channel channel(LetterKind kind) {
        Channel channel = rates.channels.draw(random);
        boolean offered = LetterCatalogue.find(kind).orElseThrow().channels().contains(channel);
        return offered && (hasKiosk || channel != Channel.KIOSK) ? channel : Channel.COUNTER;
    }
}
