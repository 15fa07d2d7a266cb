package id.smartkampung.district.webhook;

import id.smartkampung.district.outgoing.SigningKey;
import id.smartkampung.district.web.Reading;
import id.smartkampung.district.web.Writing;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** The keys with which messages are signed. */
@ApplicationScoped
class KeyTable {

    private final Reading reading;
    private final Writing writing;

    KeyTable(Reading reading, Writing writing) {
        this.reading = reading;
        this.writing = writing;
    }

    /** Those in use, the newest first. */
    List<SigningKey> inUse(UUID webhook) {
        return reading.list(
                row -> SigningKey.of(row.getBytes("secret"), row.getBytes("private_key"), row.getString("public_key")),
                """
                select secret, private_key, public_key from webhook_key
                where webhook_id = ? and (expires_at is null or expires_at > now()) order by id desc
                """,
                webhook);
    }

    void insert(UUID webhook, SigningKey key) {
        writing.run(
                "insert into webhook_key (webhook_id, secret, private_key, public_key) values (?, ?, ?, ?)",
                webhook,
                key.shared().getEncoded(),
                key.own().getEncoded(),
                key.publicKey());
    }

    /** Lets the present one end after a while, and one whose place was taken before at once. */
    void retire(UUID webhook, Duration overlap) {
        writing.run("delete from webhook_key where webhook_id = ? and expires_at is not null", webhook);
        writing.run(
                "update webhook_key set expires_at = now() + make_interval(secs => ?) where webhook_id = ?",
                overlap.toMillis() / 1000.0,
                webhook);
    }
}
