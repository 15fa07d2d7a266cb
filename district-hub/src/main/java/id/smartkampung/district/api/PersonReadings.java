package id.smartkampung.district.api;

import id.smartkampung.district.web.Writing;
import id.smartkampung.web.account.CurrentAccount;
import id.smartkampung.web.audit.Audit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;

/** Writes down of whom a call was told: one entry of the trail for the call, one row for each person. */
@ApplicationScoped
class PersonReadings {

    private final Writing writing;
    private final Audit audit;
    private final CurrentAccount account;
    private final Caller caller;
    private final Clock clock;

    PersonReadings(Writing writing, Audit audit, CurrentAccount account, Caller caller, Clock clock) {
        this.writing = writing;
        this.audit = audit;
        this.account = account;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * To be called before the answer goes out.
     *
     * @param kind resident, family or mutation
     * @param fields those that were shown
     */
    @Transactional
    void record(
            String action, String subject, String kind, Collection<String> fields, List<? extends PersonRow> persons) {
        audit.record(action, subject, fields, caller.purpose());
        writing.run(
                """
                insert into person_reading (at, reader, purpose, opened, kind, node, id)
                select ?, ?, ?, ?, ?, told.node, cast(told.id as uuid)
                from unnest(cast(? as text[]), cast(? as text[])) as told (node, id)
                """,
                clock.instant(),
                account.username(),
                caller.purpose(),
                caller.opens(),
                kind,
                persons.stream().map(person -> person.node().value()).toArray(String[]::new),
                persons.stream().map(person -> person.id().toString()).toArray(String[]::new));
    }
}
