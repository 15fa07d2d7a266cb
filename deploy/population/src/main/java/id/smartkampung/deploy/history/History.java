package id.smartkampung.deploy.history;

import id.smartkampung.deploy.chance.Random64;
import id.smartkampung.deploy.population.Population;
import id.smartkampung.model.event.ResidentRecorded;
import id.smartkampung.model.event.VillageEvent;
import id.smartkampung.model.wilayah.KodeWilayah;
import id.smartkampung.model.wilayah.Wilayah;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The two years of a made-up village before the reference date of the recipe: the register it began with, then every
 * birth, death, move, change and request, as the village would have told the district. What the register is after the last
 * of them is exactly the village that {@link Population} makes.
 *
 * <p>Each village is made on its own from the seed and its code, and only one needs to be in memory.
 */
public final class History {

    /** Of the 217 villages so many have a kiosk, none of them in Songgon. */
    private static final int KIOSKS = 95;

    private static final KodeWilayah WITHOUT_KIOSK = Wilayah.kecamatan().stream()
            .filter(area -> area.name().equals("Songgon"))
            .findFirst()
            .orElseThrow()
            .kode();

    private final Stage stage;
    private final List<VillageEvent> opening = new ArrayList<>();
    private final List<Recorded> requests;

    /** An event and when the village recorded it. */
    public record Recorded(Instant at, VillageEvent event) {}

    private History(Population population, KodeWilayah desa, int residents) {
        long seed = population.seed();
        stage = new Stage(population.making(desa, residents), seed);
        Moves moves = new Moves(stage);
        new Arrivals(stage, moves).make();
        new Splits(stage).make();
        Births births = new Births(stage);
        int born = births.make();
        new Deaths(stage, births, moves).make(born);
        new Departures(stage, moves).make();
        new Weddings(stage).make();
        new Corrections(stage).make();
        requests = new Requests(stage, Random64.of(seed, desa, "requests"), hasKiosk(seed, desa)).make();
        workBack();
    }

    public static History of(long seed, KodeWilayah desa, int residents) {
        return of(Population.of(seed), desa, residents);
    }

    public static History of(Population population, KodeWilayah desa, int residents) {
        return new History(population, desa, residents);
    }

    public KodeWilayah desa() {
        return stage.desa;
    }

    /** The first day of the two years. */
    public LocalDate first() {
        return stage.first;
    }

    /** The last day of the two years: the reference date of the recipe. */
    public LocalDate last() {
        return stage.last;
    }

    /** How many residents there are at the end. */
    public int residents() {
        return stage.residents();
    }

    /** The register at the beginning: all families, then everybody in them. */
    public List<VillageEvent> opening() {
        return List.copyOf(opening);
    }

    /** Everything in the order of its recording, the opening before the first day. */
    public Stream<Recorded> events() {
        Instant loading = OfficeDays.at(OfficeDays.before(stage.first), OfficeDays.OPENS);
        List<Recorded> later = new ArrayList<>(requests);
        stage.acts.stream()
                .sorted(Act.ORDER)
                .forEach(act -> act.events().forEach(event -> later.add(new Recorded(act.at(), event))));
        // A stable sort: what was recorded at one moment stays in its order.
        later.sort(Comparator.comparing(Recorded::at));
        Stream<Recorded> loaded = Stream.iterate(0, i -> i < opening.size(), i -> i + 1)
                .map(i -> new Recorded(loading.plusMillis(i), opening.get(i)));
        return Stream.concat(loaded, later.stream());
    }

    private void workBack() {
        List<ResidentRecorded> people = new ArrayList<>();
        for (Life life : stage.people()) {
            ResidentRecorded state = life.workBack();
            if (life.entry == null) {
                people.add(state);
            }
        }
        Stream.concat(stage.settled.stream(), stage.gone.stream())
                .filter(Home::wasAlwaysThere)
                .forEach(home -> opening.add(home.event()));
        opening.addAll(people);
    }

    private static boolean hasKiosk(long seed, KodeWilayah desa) {
        return Wilayah.desa().stream()
                .map(Wilayah.Area::kode)
                .filter(kode -> !kode.kecamatan().equals(WITHOUT_KIOSK))
                .sorted(Comparator.comparing(
                        kode -> Random64.of(seed, kode, "kiosk").nextLong()))
                .limit(KIOSKS)
                .anyMatch(desa::equals);
    }
}
