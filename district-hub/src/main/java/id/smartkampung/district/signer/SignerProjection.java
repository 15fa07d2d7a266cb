package id.smartkampung.district.signer;

import id.smartkampung.model.event.SignerKeyMade;
import id.smartkampung.model.log.NodeId;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;

/** Keeps what villages ask certificates for, until a person has looked. */
@ApplicationScoped
@Transactional(value = TxType.MANDATORY, dontRollbackOn = RuntimeException.class)
public class SignerProjection {

    private static final String KEEP = """
            insert into signer (node, key_id, signatory_id, name, title, request, asked_at)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict (node, key_id) do nothing
            """;

    private final AgroalDataSource database;
    private final Clock clock;

    SignerProjection(AgroalDataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** One that is told again changes nothing. */
    public void apply(NodeId node, List<SignerKeyMade> made) throws SQLException {
        if (made.isEmpty()) {
            return;
        }
        try (Connection connection = database.getConnection();
                PreparedStatement keep = connection.prepareStatement(KEEP)) {
            for (SignerKeyMade key : made) {
                keep.setString(1, node.value());
                keep.setObject(2, key.keyId());
                keep.setObject(3, key.signatoryId());
                keep.setString(4, Objects.requireNonNullElse(key.name(), ""));
                keep.setString(5, Objects.requireNonNullElse(key.title(), ""));
                keep.setString(6, key.request());
                keep.setObject(7, clock.instant().atOffset(ZoneOffset.UTC));
                keep.addBatch();
            }
            keep.executeBatch();
        }
    }
}
