package id.smartkampung.deploy.testsupport;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/** Accounts in the store of a program under test, all with one password. */
public final class TestAccounts {

    public static final String PASSWORD = "kata sandi uji coba";

    /** Of the password, at the least cost bcrypt knows. */
    private static final String HASH = "$2a$04$abcdefghijklmnopqrstuu9yPcWKBaKRG.yxQEViny1Y2FwQ27dcK";

    private TestAccounts() {}

    /** Writes an account; the area is the kecamatan of a camat, else null. */
    public static void write(DataSource store, String username, String role, String area) {
        try (Connection connection = store.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into account (id, username, display_name, role, area, password_hash, created_at)
                        values (?, ?, ?, ?, ?, ?, now())
                        """)) {
            insert.setObject(1, UUID.randomUUID());
            insert.setString(2, username);
            insert.setString(3, "Nama " + username);
            insert.setString(4, role);
            insert.setString(5, area);
            insert.setString(6, HASH);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new AssertionError("an account for the test", e);
        }
    }

    /** Somebody new of this role, in front of a browser and logged in. */
    public static <B extends TestBrowser> B loggedIn(B browser, DataSource store, String username, String role) {
        write(store, username, role, null);
        browser.login(username, PASSWORD);
        return browser;
    }
}
