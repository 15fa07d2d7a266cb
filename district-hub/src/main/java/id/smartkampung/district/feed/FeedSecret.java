package id.smartkampung.district.feed;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The secret that signs cursors: of the database, so that all hubs of a district read each other's. */
@ApplicationScoped
class FeedSecret {

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final AgroalDataSource database;
    private volatile byte[] known;

    FeedSecret(AgroalDataSource database) {
        this.database = database;
    }

    byte[] value() {
        byte[] secret = known;
        if (secret == null) {
            // The first to need it may be reading on a snapshot, in which nothing can be written.
            secret = QuarkusTransaction.requiringNew().call(this::made);
            known = secret;
        }
        return secret;
    }

    private byte[] made() {
        byte[] fresh = new byte[BYTES];
        RANDOM.nextBytes(fresh);
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into feed_secret (secret) values (?) on conflict do nothing");
                PreparedStatement select = connection.prepareStatement("select secret from feed_secret")) {
            insert.setBytes(1, fresh);
            insert.executeUpdate();
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getBytes(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the secret of the cursors cannot be read", e);
        }
    }
}
