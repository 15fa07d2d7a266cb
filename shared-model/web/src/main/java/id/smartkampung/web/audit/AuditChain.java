package id.smartkampung.web.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** How an entry is bound to the one before: SHA-256 over the earlier hash and every column, each with its length. */
final class AuditChain {

    private AuditChain() {}

    static byte[] hash(byte[] prevHash, AuditEntry entry) {
        MessageDigest digest = sha256();
        digest.update(prevHash);
        List<String> columns = List.of(
                Long.toString(entry.id),
                entry.at.truncatedTo(ChronoUnit.MICROS).toString(),
                entry.accountId == null ? "" : entry.accountId.toString(),
                entry.username,
                entry.action,
                entry.subject,
                entry.fields,
                entry.reason,
                entry.address);
        for (String column : columns) {
            byte[] bytes = column.getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
            digest.update(bytes);
        }
        return digest.digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
