package id.smartkampung.deploy.verify;

import id.smartkampung.model.log.VerifyKey;
import id.smartkampung.model.proof.Certificate;
import id.smartkampung.model.proof.DigestTree;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The command {@code deploy/verify.sh}: says without any server whether a certificate is genuine, and of these rows. */
public final class Verify {

    static final int GENUINE = 0;
    static final int NOT_GENUINE = 1;
    static final int WRONG_USE = 2;

    private static final Set<String> OPTIONS =
            Set.of("--village-key", "--district-key", "--hub-database", "--village-database", "--user");

    private final PrintStream out;
    private final Map<String, String> environment;

    Verify(PrintStream out, Map<String, String> environment) {
        this.out = out;
        this.environment = environment;
    }

    public static void main(String[] arguments) {
        System.exit(new Verify(System.out, System.getenv()).run(arguments));
    }

    int run(String... arguments) {
        Map<String, String> options = new HashMap<>();
        Path file = null;
        for (int i = 0; i < arguments.length; i++) {
            if (OPTIONS.contains(arguments[i]) && i + 1 < arguments.length) {
                options.put(arguments[i], arguments[++i]);
            } else if (file == null && !arguments[i].startsWith("--")) {
                file = Path.of(arguments[i]);
            } else {
                return usage();
            }
        }
        if (file == null || !options.containsKey("--village-key") || !options.containsKey("--district-key")) {
            return usage();
        }
        try {
            return verify(file, options);
        } catch (IOException e) {
            out.println("NOT GENUINE: " + file + " is no certificate that this program can read");
            return NOT_GENUINE;
        } catch (IllegalArgumentException e) {
            out.println("A key is 32 bytes in base64: " + e.getMessage());
            return WRONG_USE;
        } catch (SQLException e) {
            out.println("The database cannot be read: " + e.getMessage());
            return WRONG_USE;
        }
    }

    private int verify(Path file, Map<String, String> options) throws IOException, SQLException {
        VerifyKey village = VerifyKey.ofBase64(options.get("--village-key"));
        VerifyKey district = VerifyKey.ofBase64(options.get("--district-key"));
        Certificate certificate = Certificate.ofJson(Files.readAllBytes(file));
        out.printf(
                "village %s, position %d:%d, proven %s, digest version %d, %d rows explained by waiting events%n",
                certificate.node(),
                certificate.epoch(),
                certificate.sequence(),
                certificate.provenAt(),
                certificate.digestVersion(),
                certificate.explained());
        certificate
                .tables()
                .forEach(table -> out.printf("  %-9s %7d rows  %s%n", table.table(), table.count(), table.root()));
        List<Certificate.Fault> faults = certificate.faults(village, district);
        if (!faults.isEmpty()) {
            faults.forEach(fault -> out.println("NOT GENUINE: " + words(fault)));
            return NOT_GENUINE;
        }
        out.println("Signed by the village and by the district.");
        return options.containsKey("--hub-database") || options.containsKey("--village-database")
                ? compare(certificate, options)
                : GENUINE;
    }

    private int compare(Certificate certificate, Map<String, String> options) throws SQLException {
        if (certificate.digestVersion() != DigestTree.VERSION) {
            out.println("NOT COMPARED: this program computes digests of version " + DigestTree.VERSION);
            return NOT_GENUINE;
        }
        boolean hub = options.containsKey("--hub-database");
        String url = options.get(hub ? "--hub-database" : "--village-database");
        try (Connection connection =
                DriverManager.getConnection(url, options.get("--user"), environment.get("PGPASSWORD"))) {
            List<DigestTree> now =
                    hub ? StoredTables.ofHub(connection, certificate.node()) : StoredTables.ofVillage(connection);
            List<String> differing = certificate.differing(now);
            if (differing.isEmpty()) {
                out.println("The rows in the database are those of the certificate.");
                return GENUINE;
            }
            out.println("OTHER ROWS in " + String.join(", ", differing)
                    + ": changed since this position, or never the same");
            return NOT_GENUINE;
        }
    }

    private static String words(Certificate.Fault fault) {
        return switch (fault) {
            case FORMAT -> "a format that this program does not know";
            case VILLAGE -> "the village has not signed this with the key given";
            case DISTRICT -> "the district has not signed this with the key given";
        };
    }

    private int usage() {
        out.println("""
                verify.sh FILE --village-key BASE64 --district-key BASE64
                    [--hub-database JDBC-URL | --village-database JDBC-URL] [--user NAME]
                The password of the database is taken from PGPASSWORD. Exit 0: genuine, and of these rows if a database
                was given; 1: not; 2: not asked properly.""");
        return WRONG_USE;
    }
}
