package id.smartkampung.deploy.testsupport;

import id.smartkampung.deploy.servers.Database;

/** Databases of this test run, each with owner, program and reader. */
public final class Databases {

    private Databases() {}

    /** Created, or put right if it is there already. */
    public static Database create(String name) {
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
