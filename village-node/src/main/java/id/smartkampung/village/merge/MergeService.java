package id.smartkampung.village.merge;

import id.smartkampung.model.resident.ResidentField;
import id.smartkampung.model.vocabulary.BaseStatus;
import id.smartkampung.village.area.AreaSight;
import id.smartkampung.village.change.Mutation;
import id.smartkampung.village.history.Author;
import id.smartkampung.village.history.ChangedMeanwhileException;
import id.smartkampung.village.log.Outbox;
import id.smartkampung.village.register.FieldWriter;
import id.smartkampung.village.register.Heads;
import id.smartkampung.village.register.PresenceQueries;
import id.smartkampung.village.register.Resident;
import id.smartkampung.village.register.ResidentAlias;
import id.smartkampung.village.register.ResidentColumns;
import id.smartkampung.village.request.Request;
import id.smartkampung.web.error.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.Hibernate;

/** Makes one person of two records: one is kept, the other counts nowhere and leads to it from then on. */
@ApplicationScoped
public class MergeService {

    private static final int UNPROCESSABLE = 422;

    private final FieldWriter fields;
    private final PresenceQueries presence;
    private final Outbox outbox;
    private final AreaSight sight;
    private final Event<ResidentsMerged> merged;
    private final Clock clock;

    MergeService(
            FieldWriter fields,
            PresenceQueries presence,
            Outbox outbox,
            AreaSight sight,
            Event<ResidentsMerged> merged,
            Clock clock) {
        this.fields = fields;
        this.presence = presence;
        this.outbox = outbox;
        this.sight = sight;
        this.merged = merged;
        this.clock = clock;
    }

    /** Two records with the versions that the officer compared. */
    public record Pair(UUID kept, int keptVersion, UUID lost, int lostVersion) {}

    /**
     * Merges two records; requests, letters and mutations of the lost one become those of the kept one.
     *
     * @param taken fields in which the lost record is right
     * @throws RefusedException when the mutations of both are not those of one person, a family is left without
     *     its head, the lost record has requests that are confidential and were taken by somebody else, or children of
     *     it live where the account may not look
     */
    @Transactional
    public void merge(Pair pair, Set<ResidentField> taken, String reason, Author author) {
        if (reason == null || reason.isBlank()) {
            throw new RefusedException(UNPROCESSABLE, "merge-reason-missing");
        }
        if (pair.kept().equals(pair.lost())) {
            throw new RefusedException("merge-same");
        }
        Map<UUID, Resident> held = fields.hold(Heads.withTheirFamilies(List.of(pair.kept(), pair.lost())));
        Resident kept = held.get(pair.kept());
        Resident lost = held.get(pair.lost());
        ChangedMeanwhileException.check(pair.keptVersion(), kept.version);
        ChangedMeanwhileException.check(pair.lostVersion(), lost.version);
        if (lost.baseStatus == BaseStatus.INVALID || kept.baseStatus == BaseStatus.INVALID) {
            throw new RefusedException("merge-invalid");
        }
        if (sight.hidesRequestsOf(lost.id)) {
            throw new RefusedException("merge-confidential");
        }
        if (sight.hidesBirthsOf(lost.id)) {
            throw new RefusedException("out-of-area");
        }
        Heads heads = Heads.of(Stream.of(kept, lost).map(one -> one.familyId).collect(Collectors.toSet()));
        Map<ResidentField, Object> values = new EnumMap<>(ResidentField.class);
        taken.forEach(field -> values.put(field, ResidentColumns.of(field).get(lost)));
        empty(lost, author);
        // The NIK is free for the kept record only when the lost one has been written without it.
        Resident.flush();
        values.forEach((field, value) -> fields.write(kept, field, value, author));
        heads.requireNoneWorse("merge-head");
        hand(pair);
        if (!presence.addsUp(kept)) {
            throw new RefusedException("merge-mutations");
        }
        remember(pair, reason.strip(), author);
    }

    private void empty(Resident lost, Author author) {
        fields.write(lost, ResidentField.BASE_STATUS, BaseStatus.INVALID, author);
        fields.write(lost, ResidentField.FAMILY, null, author);
        fields.write(lost, ResidentField.NIK, null, author);
    }

    private void hand(Pair pair) {
        for (Request request : Request.<Request>list("applicantId", pair.lost())) {
            Hibernate.initialize(request.steps);
            request.applicantId = pair.kept();
            outbox.append(request);
        }
        for (Mutation mutation : Mutation.listByResident(pair.lost())) {
            mutation.residentId = pair.kept();
            outbox.append(mutation);
        }
        for (Mutation birth : Mutation.listByMother(pair.lost())) {
            birth.motherId = pair.kept();
            outbox.append(birth);
        }
        merged.fire(new ResidentsMerged(pair.kept(), pair.lost()));
    }

    private void remember(Pair pair, String reason, Author author) {
        ResidentAlias alias = new ResidentAlias();
        alias.lostId = pair.lost();
        alias.keptId = pair.kept();
        alias.reason = reason;
        alias.username = author.username();
        alias.at = clock.instant();
        alias.persist();
    }
}
