package id.smartkampung.deploy.testsupport;

import id.smartkampung.deploy.servers.Database;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Looks for a text in every row of every table, also within bytes; past the code under test. */
public final class EveryTable {

    private static final String TABLES = """
            select quote_ident(table_name) from information_schema.tables
            where table_schema = 'public' and table_type = 'BASE TABLE'
            """;

    private EveryTable() {}

    /** The tables of a database that have it. */
    public static List<String> with(Database database, String text) throws SQLException {
        String hex = HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
        List<String> found = new ArrayList<>();
        try (Connection connection = database.asOwner()) {
            for (String table : tables(connection)) {
                String query = "select from " + table + " t where position(lower(?) in lower(t::text)) > 0"
                        + " or position(? in t::text) > 0 limit 1";
                try (PreparedStatement select = connection.prepareStatement(query)) {
                    select.setString(1, text);
                    select.setString(2, hex);
                    try (ResultSet row = select.executeQuery()) {
                        if (row.next()) {
                            found.add(table);
                        }
                    }
                }
            }
        }
        return found;
    }

    private static List<String> tables(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(TABLES);
                ResultSet row = select.executeQuery()) {
            List<String> tables = new ArrayList<>();
            while (row.next()) {
                tables.add(row.getString(1));
            }
            return tables;
        }
    }
}
