package id.smartkampung.village.trust;

import id.smartkampung.model.log.Hash;
import id.smartkampung.village.log.LogException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Which machine, database cluster and keys folder this is, as one hash: two servers that speak in turn as the same
 * village are told apart by it. It says nothing about any of them.
 */
@ApplicationScoped
public class Fingerprint {

    private static final Path MACHINE = Path.of("/etc/machine-id");
    private static final String WITNESS = "witness";
    private static final int CODE = 6;

    private final DataSource database;
    private final Path folder;
    private volatile String known;

    Fingerprint(DataSource database, SyncConfig config) {
        this.database = database;
        this.folder = config.keysFolder();
    }

    public String value() {
        String value = known;
        if (value == null) {
            value = Hash.sha256(bytes(cluster()), bytes("|"), bytes(machine()), bytes("|"), bytes(witness()))
                    .hex();
            known = value;
        }
        return value;
    }

    /** Its beginning, by which people tell two machines apart. */
    public String code() {
        return value().substring(0, CODE);
    }

    private String cluster() {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select system_identifier from pg_control_system()");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new LogException("the database cluster was not identified", e);
        }
    }

    private static String machine() {
        try {
            return Files.isReadable(MACHINE) ? Files.readString(MACHINE).strip() : "";
        } catch (IOException e) {
            throw new UncheckedIOException("the machine was not identified", e);
        }
    }

    /** A file of its own outside the database: a folder that was set up anew is another server. */
    private String witness() {
        Path file = folder.resolve(WITNESS);
        try {
            Files.createDirectories(folder);
            try {
                Files.writeString(file, UUID.randomUUID().toString(), StandardOpenOption.CREATE_NEW);
            } catch (FileAlreadyExistsException e) {
                return Files.readString(file);
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the witness file is neither read nor made", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
