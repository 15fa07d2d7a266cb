package id.smartkampung.web.audit;

import id.smartkampung.web.text.Texts;
import java.time.Instant;

/** One entry of the trail as it is read on the page and in the export. */
public record AuditRow(
        long id,
        Instant at,
        String username,
        String action,
        String subject,
        String fields,
        String reason,
        String address) {

    static AuditRow of(AuditEntry entry, Texts texts) {
        String key = "audit." + entry.action;
        String action = texts.has(key) ? texts.of(key) : entry.action;
        return new AuditRow(
                entry.id,
                entry.at,
                entry.username,
                action,
                entry.subject,
                entry.fields.replace(",", ", "),
                entry.reason,
                entry.address);
    }
}
