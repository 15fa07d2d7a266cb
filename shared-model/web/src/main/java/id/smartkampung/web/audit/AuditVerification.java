package id.smartkampung.web.audit;

/** What came of reading the whole trail: how many entries are in order, and the first that is not (0 if all are). */
public record AuditVerification(long entries, long brokenAt) {

    public boolean isIntact() {
        return brokenAt == 0;
    }
}
