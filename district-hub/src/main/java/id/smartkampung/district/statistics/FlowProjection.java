package id.smartkampung.district.statistics;

import id.smartkampung.district.village.Applied;
import id.smartkampung.model.event.RequestRecorded;
import id.smartkampung.model.event.RequestRecorded.Step;
import id.smartkampung.model.log.NodeId;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Keeps what happened as rows of their own: each state a request came into counts once, whatever came after. */
@ApplicationScoped
@Transactional(value = TxType.MANDATORY, dontRollbackOn = RuntimeException.class)
public class FlowProjection {

    private final AgroalDataSource database;

    FlowProjection(AgroalDataSource database) {
        this.database = database;
    }

    /** Adds the steps that are not known yet; an event carries all steps of its request. */
    public void add(NodeId node, Collection<Applied<RequestRecorded>> requests) throws SQLException {
        List<Object[]> steps = new ArrayList<>();
        for (Applied<RequestRecorded> request : requests) {
            for (Step step : request.event().steps()) {
                steps.add(row(request, step));
            }
        }
        if (steps.isEmpty()) {
            return;
        }
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into request_flow (node, epoch, seq, request_id, kind, channel, state, at)
                        select ?, epoch, seq, request_id, kind, channel, state, at
                        from unnest(?::int[], ?::bigint[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::timestamptz[])
                            as u(epoch, seq, request_id, kind, channel, state, at)
                        on conflict do nothing
                        """)) {
            insert.setString(1, node.value());
            String[] types = {"int4", "int8", "uuid", "text", "text", "text", "timestamptz"};
            for (int column = 0; column < types.length; column++) {
                int c = column;
                insert.setArray(
                        column + 2,
                        connection.createArrayOf(
                                types[column],
                                steps.stream().map(step -> step[c]).toArray()));
            }
            insert.executeUpdate();
        }
    }

    private static Object[] row(Applied<RequestRecorded> request, Step step) {
        return new Object[] {
            request.position().epoch(),
            request.position().sequence(),
            request.event().requestId(),
            request.event().kind().code(),
            request.event().channel().name(),
            step.state().name(),
            step.at().atOffset(ZoneOffset.UTC).toString()
        };
    }
}
