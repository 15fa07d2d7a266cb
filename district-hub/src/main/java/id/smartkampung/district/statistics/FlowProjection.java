package id.smartkampung.district.statistics;

import id.smartkampung.district.store.CopyRows;
import id.smartkampung.district.store.KeyOrder;
import id.smartkampung.district.village.Applied;
import id.smartkampung.model.event.RequestRecorded;
import id.smartkampung.model.event.RequestRecorded.Step;
import id.smartkampung.model.log.LogPosition;
import id.smartkampung.model.log.NodeId;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Keeps what happened as rows of their own: each state a request came into counts once, whatever came after. */
@ApplicationScoped
@Transactional(value = TxType.MANDATORY, dontRollbackOn = RuntimeException.class)
public class FlowProjection {

    private static final String BATCH = """
            create temporary table if not exists request_flow_batch on commit delete rows
            as select epoch, seq, request_id, kind, channel, state, at from request_flow with no data;
            delete from request_flow_batch""";

    private static final String COPY = """
            copy request_flow_batch (epoch, seq, request_id, kind, channel, state, at) from stdin (format binary)""";
    private static final int COLUMNS = 7;

    private static final String ADD = """
            insert into request_flow (node, epoch, seq, request_id, kind, channel, state, at)
            select ?, epoch, seq, request_id, kind, channel, state, at from request_flow_batch
            on conflict do nothing
            """;

    private final AgroalDataSource database;

    FlowProjection(AgroalDataSource database) {
        this.database = database;
    }

    /** A step of a request, as it is known by. */
    private record Key(UUID requestId, Step step) {}

    /** A step with the first event that told of it. */
    private record Flow(LogPosition position, RequestRecorded request, Step step) {}

    /** Adds the steps that are not known yet; an event carries all steps of its request. */
    public void add(NodeId node, Collection<Applied<RequestRecorded>> requests) throws SQLException {
        Map<Key, Flow> flows = new LinkedHashMap<>();
        for (Applied<RequestRecorded> request : requests) {
            for (Step step : request.event().steps()) {
                flows.putIfAbsent(
                        new Key(request.event().requestId(), step),
                        new Flow(request.position(), request.event(), step));
            }
        }
        if (flows.isEmpty()) {
            return;
        }
        try (Connection connection = database.getConnection()) {
            copy(connection, inOrderOfKey(flows.values()));
            try (PreparedStatement add = connection.prepareStatement(ADD)) {
                add.setString(1, node.value());
                add.executeUpdate();
            }
        }
    }

    private static List<Flow> inOrderOfKey(Collection<Flow> flows) {
        return flows.stream()
                .sorted(Comparator.comparing(flow -> flow.request().requestId(), KeyOrder.UUIDS))
                .toList();
    }

    private static void copy(Connection connection, List<Flow> flows) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(BATCH);
        }
        try (CopyRows rows = CopyRows.into(connection, COPY, COLUMNS)) {
            for (Flow flow : flows) {
                rows.beginRow();
                rows.integer(flow.position().epoch());
                rows.bigint(flow.position().sequence());
                rows.uuid(flow.request().requestId());
                rows.text(flow.request().kind().code());
                rows.text(flow.request().channel().name());
                rows.text(flow.step().state().name());
                rows.instant(flow.step().at());
            }
            rows.finish();
        }
    }
}
