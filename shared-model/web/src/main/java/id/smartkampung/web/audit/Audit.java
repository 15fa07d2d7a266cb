package id.smartkampung.web.audit;

import id.smartkampung.web.account.CurrentAccount;
import id.smartkampung.web.account.Officer;
import io.quarkus.arc.Arc;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;

/** Writes the trail, in the transaction of what it tells about; a chain that can be added to and not changed. */
@ApplicationScoped
public class Audit {

    private static final int LONGEST = 500;

    private final CurrentAccount account;
    private final CurrentVertxRequest request;
    private final Clock clock;

    Audit(CurrentAccount account, CurrentVertxRequest request, Clock clock) {
        this.account = account;
        this.request = request;
        this.clock = clock;
    }

    /** By the account of this request; the page reads the action as {@code audit.<action>} of the texts. */
    @Transactional
    public void record(String action, String subject) {
        record(action, subject, List.of(), "");
    }

    /** Subject is an id and no name, for instance {@code resident/<id>}; fields are those shown or changed. */
    @Transactional
    public void record(String action, String subject, Collection<String> fields, String reason) {
        Officer officer = isRequest() ? account.officer().orElse(null) : null;
        recordBy(officer, action, subject, fields, reason);
    }

    /** By somebody else than the account of this request; null is the program itself. */
    @Transactional
    public void recordBy(Officer officer, String action, String subject, Collection<String> fields, String reason) {
        AuditHead head = AuditHead.locked();
        AuditEntry entry = new AuditEntry();
        entry.id = head.lastId + 1;
        entry.at = clock.instant();
        entry.accountId = officer == null ? null : officer.id();
        entry.username = officer == null ? CurrentAccount.PROGRAM : officer.username();
        entry.action = action;
        entry.subject = shortened(subject);
        entry.fields = shortened(String.join(",", fields));
        entry.reason = shortened(reason);
        entry.address = address();
        entry.prevHash = head.lastHash;
        entry.hash = AuditChain.hash(head.lastHash, entry);
        entry.persist();
        head.lastId = entry.id;
        head.lastHash = entry.hash;
        // the next writer of this transaction locks the row again and must read what this one left
        Panache.flush();
    }

    private String address() {
        if (!isRequest()) {
            return "";
        }
        RoutingContext current = request.getCurrent();
        return current == null ? "" : current.request().remoteAddress().hostAddress();
    }

    private static boolean isRequest() {
        return Arc.container().requestContext().isActive();
    }

    private static String shortened(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
