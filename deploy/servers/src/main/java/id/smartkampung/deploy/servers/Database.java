package id.smartkampung.deploy.servers;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** One program's database with its three roles: the owner migrates, the program works, the reader looks. */
public record Database(
        String name,
        String url,
        String owner,
        String ownerPassword,
        String app,
        String appPassword,
        String reader,
        String readerPassword) {

    public Connection asOwner() throws SQLException {
        return DriverManager.getConnection(url, owner, ownerPassword);
    }

    public Connection asApp() throws SQLException {
        return DriverManager.getConnection(url, app, appPassword);
    }

    public Connection asReader() throws SQLException {
        return DriverManager.getConnection(url, reader, readerPassword);
    }

    /** Without the passwords, which have no business in a log. */
    @Override
    public String toString() {
        return "Database[" + url + "]";
    }
}
