package id.smartkampung.district.enrolment;

import id.smartkampung.model.log.LogPosition;
import id.smartkampung.model.log.NodeId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;

/** Keeps which villages know the certificates that they were told of. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class CertificateProjection {

    private final Clock clock;

    CertificateProjection(Clock clock) {
        this.clock = clock;
    }

    /** A village has obeyed its commands up to here. */
    public void obeyed(Connection connection, NodeId node, LogPosition place) throws SQLException {
        CertificateTable.obeyed(connection, node, place, clock.instant());
    }

    /** What was asked of a village and not obeyed is lost: it is told anew. */
    public void lost(Connection connection, NodeId node) throws SQLException {
        CertificateTable.forget(connection, node);
    }
}
