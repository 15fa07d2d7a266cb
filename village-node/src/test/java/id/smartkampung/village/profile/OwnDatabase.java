package id.smartkampung.village.profile;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.deploy.servers.Database;
import id.smartkampung.deploy.testsupport.Databases;
import java.util.Map;
import org.postgresql.Driver;

/** Settings of a village that has a database of its own among the tests. */
public final class OwnDatabase {

    private OwnDatabase() {}

    /** Names and values of the settings; the database is made by the way. */
    public static Map<String, String> settings(String name) {
        // Profiles are asked in a class loader for which nobody has loaded the driver yet.
        assertThat(Driver.isRegistered()).isTrue();
        Database own = Databases.create(name);
        return Map.of(
                "quarkus.datasource.jdbc.url", own.url(),
                "quarkus.datasource.username", own.app(),
                "quarkus.datasource.password", own.appPassword(),
                "quarkus.flyway.username", own.owner(),
                "quarkus.flyway.password", own.ownerPassword(),
                "quarkus.flyway.placeholders.app_role", own.app(),
                "quarkus.flyway.placeholders.reader_role", own.reader());
    }
}
