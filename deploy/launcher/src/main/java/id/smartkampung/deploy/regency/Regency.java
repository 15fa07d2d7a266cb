package id.smartkampung.deploy.regency;

import id.smartkampung.deploy.servers.Database;
import id.smartkampung.deploy.servers.KafkaServer;
import id.smartkampung.deploy.servers.Ports;
import id.smartkampung.deploy.servers.PostgresServer;
import id.smartkampung.model.wilayah.KodeWilayah;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A whole small regency on this machine: PostgreSQL, Kafka, the hub and villages, each a process of its own that can be
 * stopped, killed and started while the rest runs.
 *
 * <p>Everything is known by its folder: a new one over the same folder ends what an earlier one left, and goes on with
 * its data.
 */
public final class Regency implements AutoCloseable {

    /** Each program holds some connections, and people look on as well. */
    private static final int CONNECTIONS_OF_PROGRAM = 24;

    /** The optimizing compiler would take more memory than all that it works on; an office never waits for it. */
    private static final List<String> VILLAGE_JAVA = List.of("-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private static final List<String> HUB_JAVA = List.of("-Xmx512m", "-XX:+UseParallelGC");

    private final RegencyPlan plan;
    private final PostgresServer postgres;
    private final KafkaServer kafka;
    private final Secrets secrets;
    private final Leftovers leftovers;
    private final Map<String, ProgramProcess> programs = new LinkedHashMap<>();
    private final Map<String, Database> databases = new LinkedHashMap<>();
    /** Null where the plan has none. */
    private ProgramProcess secondHub;

    private final Map<KodeWilayah, ProgramProcess> clones = new LinkedHashMap<>();

    private volatile boolean stopping;

    public Regency(RegencyPlan plan, Checkout checkout) {
        this.plan = plan;
        this.secrets = new Secrets(plan.folder().resolve("secrets.properties"));
        this.leftovers = new Leftovers(plan.folder(), checkout);
        int clonable = (int) plan.villages().stream().filter(plan::hasClone).count();
        int programCount = plan.villages().size() + clonable + plan.training().size() + (plan.hasSecondHub() ? 2 : 1);
        this.postgres = new PostgresServer(
                checkout.postgresPrograms(),
                plan.folder().resolve("postgresql"),
                plan.port(RegencyPlan.POSTGRES),
                secrets.of("postgresql"),
                CONNECTIONS_OF_PROGRAM * (programCount + 1));
        this.kafka = plan.line(new KafkaServer(
                        plan.folder().resolve("kafka"),
                        plan.port(RegencyPlan.KAFKA),
                        plan.port(RegencyPlan.KAFKA_CONTROLLER),
                        false)
                .secured(plan.folder().resolve("certificates"), secrets.of("kafka")));
        addPrograms(checkout);
    }

    public RegencyPlan plan() {
        return plan;
    }

    public PostgresServer postgres() {
        return postgres;
    }

    public KafkaServer kafka() {
        return kafka;
    }

    public ProgramProcess hub() {
        return programs.get(RegencyPlan.HUB);
    }

    /** The other hub over the same database; it does not start with the regency. */
    public ProgramProcess secondHub() {
        if (secondHub == null) {
            throw new IllegalStateException("this regency has no second hub");
        }
        return secondHub;
    }

    public ProgramProcess village(KodeWilayah kode) {
        ProgramProcess village = programs.get(kode.value());
        if (village == null) {
            throw new IllegalArgumentException("no village of this regency: " + kode);
        }
        return village;
    }

    /** The same server on another machine; whoever starts it first copies its folder and its database there. */
    public ProgramProcess cloneOf(KodeWilayah kode) {
        ProgramProcess clone = clones.get(kode);
        if (clone == null) {
            throw new IllegalArgumentException("no clone of this village in this regency: " + kode);
        }
        return clone;
    }

    /** The server for training of this village. */
    public ProgramProcess training(KodeWilayah kode) {
        return programs.get(RegencyPlan.trainingName(kode));
    }

    /** All villages without those for training, in the order of the plan. */
    public List<ProgramProcess> villages() {
        return plan.villages().stream().map(this::village).toList();
    }

    /** The hub, the villages and the servers for training. */
    public List<ProgramProcess> programs() {
        return List.copyOf(programs.values());
    }

    public Database hubDatabase() {
        return databases.get(RegencyPlan.HUB);
    }

    public Database villageDatabase(KodeWilayah kode) {
        return databases.get(kode.value());
    }

    /** With the roles of the one that it is a copy of. */
    public Database databaseOfClone(KodeWilayah kode) {
        Database own = villageDatabase(kode);
        String name = own.name() + "_clone";
        return new Database(
                name,
                postgres.url(name),
                own.owner(),
                own.ownerPassword(),
                own.app(),
                own.appPassword(),
                own.reader(),
                own.readerPassword());
    }

    /** Starts all and waits until all are ready. */
    public Regency start() {
        return start(step -> {}, program -> {});
    }

    /**
     * Starts all and waits until all are ready.
     *
     * @param ready is told of each server and program when it is up
     * @param beforeStart what a program needs before its first start, as data to begin with
     */
    public Regency start(Consumer<String> ready, Consumer<ProgramProcess> beforeStart) {
        endLeftovers();
        requireFreePorts();
        startServers(ready);
        // Topics are the hub's to create; the villages need nobody.
        Parallel.run(programs().stream().map(program -> () -> {
            beforeStart.accept(program);
            program.start();
            ready.accept(program.name());
        }));
        enrol(plan.villages());
        return this;
    }

    /** Connects those of these villages with the hub that are not yet. */
    public void enrol(List<KodeWilayah> kode) {
        Enrolment enrolment = new Enrolment(hub());
        // One after the other: the same name twice at the same moment looks to the hub like somebody who guesses.
        kode.stream().map(this::village).forEach(enrolment::connectOnce);
    }

    /** PostgreSQL with its databases, and Kafka. */
    public void startServers(Consumer<String> ready) {
        Parallel.run(Stream.of(
                () -> {
                    postgres.start();
                    databases.values().forEach(this::create);
                    ready.accept(RegencyPlan.POSTGRES);
                },
                () -> {
                    kafka.start();
                    ready.accept(RegencyPlan.KAFKA);
                }));
    }

    /** Whatever still runs of an earlier regency in this folder is ended, in order. */
    public void endLeftovers() {
        leftovers.end();
    }

    /** Every port must be free before the first process starts: half a regency helps nobody. */
    public void requireFreePorts() {
        List<String> taken = new ArrayList<>();
        plan.ports().forEach((name, port) -> {
            if (Ports.isTaken(port)) {
                taken.add("port " + port + " of " + name);
            }
        });
        if (!taken.isEmpty()) {
            throw new PortTakenException(taken);
        }
    }

    /** No program is started any more; a start that is under way ends soon. */
    public void cancel() {
        stopping = true;
    }

    /** Villages, hub, Kafka, PostgreSQL: each before what it needs. */
    public void stop() {
        cancel();
        stopAll();
        stopping = false;
    }

    @Override
    public void close() {
        stop();
    }

    private void stopAll() {
        Parallel.run(programs().stream().filter(program -> program != hub()).map(program -> (Runnable) program::stop));
        clones.values().forEach(ProgramProcess::stop);
        if (secondHub != null) {
            secondHub.stop();
        }
        hub().stop();
        kafka.stop();
        postgres.stop();
    }

    private void addPrograms(Checkout checkout) {
        ProgramSettings settings = new ProgramSettings(plan, kafka);
        Database ofHub = database(RegencyPlan.HUB, "district");
        add(RegencyPlan.HUB, checkout.hub(), HUB_JAVA, settings.hub(RegencyPlan.HUB, ofHub));
        if (plan.hasSecondHub()) {
            secondHub = program(
                    RegencyPlan.SECOND_HUB, checkout.hub(), HUB_JAVA, settings.hub(RegencyPlan.SECOND_HUB, ofHub));
        }
        for (KodeWilayah kode : plan.villages()) {
            Database own = database(kode.value(), "v" + kode.digits());
            add(kode.value(), checkout.village(), VILLAGE_JAVA, settings.village(kode.value(), kode, false, own));
            if (plan.hasClone(kode)) {
                String name = RegencyPlan.cloneName(kode);
                clones.put(
                        kode,
                        program(
                                name,
                                checkout.village(),
                                VILLAGE_JAVA,
                                settings.village(name, kode, false, databaseOfClone(kode))));
            }
        }
        for (KodeWilayah kode : plan.training()) {
            String name = RegencyPlan.trainingName(kode);
            Database own = database(name, "v" + kode.digits() + "_training");
            add(name, checkout.village(), VILLAGE_JAVA, settings.village(name, kode, true, own));
        }
    }

    private void add(String name, Path jar, List<String> javaOptions, Map<String, String> environment) {
        programs.put(name, program(name, jar, javaOptions, environment));
    }

    private ProgramProcess program(String name, Path jar, List<String> javaOptions, Map<String, String> environment) {
        Path folder = plan.folder().resolve("programs").resolve(name);
        return new ProgramProcess(name, folder, plan.port(name), jar, javaOptions, environment, () -> stopping);
    }

    private Database database(String name, String databaseName) {
        Database database = new Database(
                databaseName,
                postgres.url(databaseName),
                databaseName + "_owner",
                secrets.of(databaseName + ".owner"),
                databaseName + "_app",
                secrets.of(databaseName + ".app"),
                databaseName + "_reader",
                secrets.of(databaseName + ".reader"));
        databases.put(name, database);
        return database;
    }

    private void create(Database database) {
        postgres.createDatabase(
                database.name(), database.ownerPassword(), database.appPassword(), database.readerPassword());
    }
}
