package id.smartkampung.model.log;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Logs for tests, and a receiver that takes them as they arrive. */
final class Logs {

    static final NodeId NODE = new NodeId("35.10.01.2001");
    static final Instant TIME = Instant.parse("2026-06-30T01:02:03.123456Z");

    /** An event as it lies on the broker: headers and bytes. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Sent(Map<String, byte[]> headers, byte[] data) {

        static Sent of(Envelope event) {
            return new Sent(Attributes.write(event), event.data());
        }

        Envelope read() throws EnvelopeFormatException {
            return Attributes.read(headers::get, data);
        }

        Sent with(String header, byte[] value) {
            Map<String, byte[]> changed = new LinkedHashMap<>(headers);
            changed.put(header, value);
            return new Sent(changed, data);
        }

        Sent withData(byte[] changed) {
            return new Sent(headers, changed);
        }
    }

    private Logs() {}

    static Envelope after(LogHead head, String text) {
        byte[] data = ("{\"fullName\":\"" + text + "\"}").getBytes(StandardCharsets.UTF_8);
        return Envelope.next(head, "resident-recorded.v1", "resident/0190a5d0-0000-7000-8000-000000000001", TIME, data);
    }

    static List<Envelope> ofLength(int length) {
        List<Envelope> log = new ArrayList<>();
        LogHead head = LogHead.start(NODE);
        for (int i = 0; i < length; i++) {
            Envelope event = after(head, "EVENT " + i);
            log.add(event);
            head = event.head();
        }
        return log;
    }

    static Verdict judge(LogHead applied, Envelope event) {
        return Receiver.judge(applied, event, position -> Optional.empty());
    }

    /** Where a receiver ends that takes records in this order and stops at the first that it does not accept. */
    static LogHead received(List<Sent> records) {
        LogHead head = LogHead.start(NODE);
        for (Sent record : records) {
            try {
                Envelope event = record.read();
                if (judge(head, event) != Verdict.ACCEPT) {
                    return head;
                }
                head = event.head();
            } catch (EnvelopeFormatException e) {
                return head;
            }
        }
        return head;
    }
}
