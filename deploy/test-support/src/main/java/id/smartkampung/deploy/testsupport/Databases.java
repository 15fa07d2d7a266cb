package id.smartkampung.deploy.testsupport;

import id.smartkampung.deploy.servers.Database;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Databases of this test run, each with owner, program and reader. */
public final class Databases {

    /** Made once a run: tests ask for them at every row they change, and setting up roles takes longer than that. */
    private static final Map<String, Database> MADE = new ConcurrentHashMap<>();

    private Databases() {}

    /** Created at the first call, or put right if it is there already. */
    public static Database create(String name) {
        return MADE.computeIfAbsent(name, Databases::make);
    }

    private static Database make(String name) {
        return Servers.postgres().createDatabase(name, Servers.PASSWORD, Servers.PASSWORD, Servers.PASSWORD);
    }

    /** The database that the program of the village finds by its settings. */
    public static Database village() {
        return create("village");
    }

    /** The database that the program of the district finds by its settings. */
    public static Database district() {
        return create("district");
    }
}
