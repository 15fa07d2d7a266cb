package id.smartkampung.district.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import id.smartkampung.district.store.Column;
import id.smartkampung.district.store.Differences;
import id.smartkampung.district.store.SubjectTable;
import id.smartkampung.district.village.Applied;
import id.smartkampung.model.event.RequestRecorded;
import id.smartkampung.model.event.RequestRecorded.Step;
import id.smartkampung.model.event.Subject;
import id.smartkampung.model.log.NodeId;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/** Writes the service requests of all villages; the last applied position wins. */
@ApplicationScoped
@Transactional(value = TxType.MANDATORY, dontRollbackOn = RuntimeException.class)
public class RequestProjection {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    static final SubjectTable<RequestRecorded> TABLE = new SubjectTable<>(
            Subject.REQUEST,
            "%1$s.state",
            event -> event.state().name(),
            List.of(
                    Column.text("number", RequestRecorded::number),
                    Column.uuid("applicant_id", RequestRecorded::applicantId),
                    Column.text(
                            "kind",
                            event -> event.kind() == null ? null : event.kind().code()),
                    Column.constant("channel", RequestRecorded::channel),
                    Column.constant("state", RequestRecorded::state),
                    Column.bool("home_delivery", RequestRecorded::homeDelivery),
                    Column.instant("submitted_at", RequestRecorded::submittedAt),
                    Column.jsonb("steps", event -> json(event.steps()))));

    private final AgroalDataSource database;

    RequestProjection(AgroalDataSource database) {
        this.database = database;
    }

    /** Writes the last state of each request of a batch; says how the number in each state moved. */
    public Differences apply(NodeId node, Collection<Applied<RequestRecorded>> recorded) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return TABLE.record(connection, node, recorded);
        }
    }

    private static String json(List<Step> steps) {
        try {
            return JSON.writeValueAsString(steps);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("steps cannot be written as JSON", e);
        }
    }
}
