package id.smartkampung.deploy.volume;

import id.smartkampung.deploy.volume.TenYears.Asked;
import id.smartkampung.model.event.LetterRecorded;
import id.smartkampung.model.event.MutationRecorded;
import id.smartkampung.model.event.RequestRecorded;
import id.smartkampung.model.event.RequestRecorded.Step;
import id.smartkampung.model.letter.LetterFact;
import id.smartkampung.model.log.UuidV7;
import id.smartkampung.model.request.RequestState;
import id.smartkampung.model.vocabulary.Coded;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The rows of a village that events tell of, and those beside them that stay in the house. */
final class FilledRows implements AutoCloseable {

    private static final String REQUEST = """
            insert into request (id, version, number, applicant_id, kind, channel, state, home_delivery, purpose_text,
                submitted_at, updated_at)
            values (?, 0, ?, ?, ?, ?, ?, ?, 'Keperluan administrasi', ?, ?)
            """;

    private static final String STEP =
            "insert into request_step (id, request_id, state, at, username) values (?, ?, ?, ?, 'operator')";

    private static final String FILLING = """
            insert into letter_filling (request_id, version, answers, signatory_id, saved_at, account_id, username)
            select ?::uuid, 0, f.answers, f.signatory_id, ?::timestamptz, f.account_id, f.username
            from letter_filling f where f.request_id = ?
            """;

    private static final String DRAFT = """
            insert into letter_draft (id, request_id, kind, type_version, position, numbered)
            select gen_random_uuid(), ?::uuid, d.kind, d.type_version, d.position, d.numbered
            from letter_draft d where d.request_id = ?
            """;

    /** The wording is that of the model, with the name of the applicant and the own number in it. */
    private static final String LETTER = """
            insert into letter (id, version, request_id, applicant_id, applicant_name, kind, type_version, type_name,
                scheme, classification, number, scope, year, sequence, issued_on, valid_until, state, state_at,
                signer_title, signer_name, answers, paper, letterhead, signatory_id, numbered_by, method, code,
                subject_masked, facts, file_sha256, file_bytes, signed_by)
            select ?::uuid, 0, ?::uuid, ?::uuid, ?, m.kind, m.type_version, m.type_name,
                m.scheme, m.classification, ?, m.scope, ?::int, ?::int, ?::date, ?::date, ?, ?::timestamptz,
                m.signer_title, m.signer_name, m.answers,
                replace(replace(m.paper, m.applicant_name, ?), m.number, ?), m.letterhead, m.signatory_id,
                m.numbered_by, ?::text, ?,
                ?, ?, ?::text, ?::bigint, ?::text
            from letter m where m.id = ?
            """;

    private static final String DELIVERY = """
            insert into delivery (id, version, request_id, courier_id, courier_username, courier_name, state, assigned_at,
                assigned_by, left_at, ended_at, ended_by, receiver)
            select ?::uuid, 0, ?::uuid, a.id, a.username, a.display_name, ?, ?::timestamptz,
                a.username, ?::timestamptz, ?::timestamptz, ?::text, ?::text
            from account a where a.username = 'operator'
            """;

    private static final String MUTATION = """
            insert into mutation (id, version, resident_id, family_id, kind, happened_on, reported_on, booked_on, recorded_at,
                counted, sex, citizenship, residency, relationship, dusun, username)
            values (?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'operator')
            """;

    private final Batch requests;
    private final Batch steps;
    private final Batch fillings;
    private final Batch drafts;
    private final Batch letters;
    private final Batch deliveries;
    private final Batch mutations;

    FilledRows(Connection owner) throws SQLException {
        this.requests = new Batch(owner, REQUEST);
        this.steps = new Batch(owner, STEP);
        this.fillings = new Batch(owner, FILLING);
        this.drafts = new Batch(owner, DRAFT);
        this.letters = new Batch(owner, LETTER);
        this.deliveries = new Batch(owner, DELIVERY);
        this.mutations = new Batch(owner, MUTATION);
    }

    void request(RequestRecorded request, Asked asked) throws SQLException {
        requests.add(
                request.requestId(),
                request.number(),
                request.applicantId(),
                request.kind().code(),
                request.channel(),
                request.state(),
                request.homeDelivery(),
                request.submittedAt(),
                asked.lastAt());
        for (Step step : request.steps()) {
            steps.add(UuidV7.at(step.at()), request.requestId(), step.state(), step.at());
        }
        if (asked.delivered() && asked.has(RequestState.READY)) {
            delivery(request.requestId(), asked);
        }
    }

    /** Brought home long ago, or just given to somebody. */
    private void delivery(UUID request, Asked asked) throws SQLException {
        boolean done = asked.state() == RequestState.COMPLETED;
        Instant assignedAt = asked.at(RequestState.READY);
        deliveries.add(
                UuidV7.at(assignedAt),
                request,
                done ? "HANDED_OVER" : "ASSIGNED",
                assignedAt,
                done ? asked.at(RequestState.OUT_FOR_DELIVERY) : null,
                done ? asked.lastAt() : null,
                done ? "operator" : null,
                done ? "Keluarga" : null);
    }

    /** What was filled in for its letters, and which they are. */
    void filling(RequestRecorded request, Asked asked, LetterModel model) throws SQLException {
        fillings.add(request.requestId(), asked.submittedAt(), model.requestId());
        drafts.add(request.requestId(), model.requestId());
    }

    void letter(LetterRecorded letter, Register.Applicant applicant, LetterModel model) throws SQLException {
        letters.add(
                letter.letterId(),
                letter.requestId(),
                letter.applicantId(),
                applicant.name(),
                letter.number(),
                letter.year(),
                letter.sequence(),
                letter.issuedOn(),
                letter.validUntil(),
                letter.state(),
                letter.stateAt(),
                applicant.name(),
                letter.number(),
                letter.method(),
                letter.code().value(),
                letter.subjectMasked(),
                LetterFact.text(letter.facts()),
                letter.fileSha256(),
                letter.fileBytes(),
                letter.fileSha256() == null ? null : "kades",
                model.id());
    }

    void mutation(MutationRecorded mutation) throws SQLException {
        mutations.add(
                mutation.mutationId(),
                mutation.residentId(),
                mutation.familyId(),
                mutation.kind(),
                mutation.happenedOn(),
                mutation.reportedOn(),
                mutation.bookedOn(),
                mutation.recordedAt(),
                mutation.counted(),
                code(mutation.sex()),
                code(mutation.citizenship()),
                code(mutation.residency()),
                code(mutation.relationship()),
                mutation.dusun());
    }

    /** In an order in which each finds what it stands on. */
    void send() throws SQLException {
        for (Batch batch : all()) {
            batch.send();
        }
    }

    private List<Batch> all() {
        return List.of(mutations, requests, steps, fillings, drafts, letters, deliveries);
    }

    private static Integer code(Coded coded) {
        return coded == null ? null : coded.code();
    }

    @Override
    public void close() throws SQLException {
        for (Batch batch : all()) {
            batch.close();
        }
    }
}
