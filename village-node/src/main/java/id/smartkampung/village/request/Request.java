package id.smartkampung.village.request;

import id.smartkampung.model.event.RequestRecorded;
import id.smartkampung.model.letter.LetterKind;
import id.smartkampung.model.request.Channel;
import id.smartkampung.model.request.RequestState;
import id.smartkampung.village.log.Synced;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What a citizen asked the village office for (<i>permohonan</i>), from the asking to its end. */
@Entity
public class Request extends PanacheEntityBase implements Synced {

    public static final String TABLE = "request";

    @Id
    public UUID id;

    @Version
    public int version;

    /** What the citizen is told, such as 26-0001. */
    public String number;

    public UUID applicantId;

    public LetterKind kind;

    @Enumerated(EnumType.STRING)
    public Channel channel;

    @Enumerated(EnumType.STRING)
    public RequestState state;

    public boolean homeDelivery;

    /** As its type said when it was asked for; the database then shows it only to who may see it. */
    public boolean confidential;

    public String purposeText;

    public String contact;

    public String note;

    public Instant submittedAt;

    public Instant updatedAt;

    @OneToMany(mappedBy = "request", cascade = CascadeType.ALL)
    @OrderBy("at, id")
    public List<RequestStep> steps = new ArrayList<>();

    /** Whether officers still prepare it; behind that its letters are with who signs, or out of the house. */
    public boolean isPrepared() {
        return state == RequestState.SUBMITTED
                || state == RequestState.IN_REVIEW
                || state == RequestState.NEEDS_COMPLETION;
    }

    @Override
    public String syncedTable() {
        return TABLE;
    }

    @Override
    public UUID syncedId() {
        return id;
    }

    @Override
    public RequestRecorded toEvent() {
        List<RequestRecorded.Step> passed = steps.stream()
                .map(step -> new RequestRecorded.Step(step.state, step.at))
                .toList();
        return new RequestRecorded(id, number, applicantId, kind, channel, state, homeDelivery, submittedAt, passed);
    }
}
