package id.smartkampung.model.log;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The bytes that are signed, for each thing that is signed; every part of no fixed length stands behind its length. */
final class Signed {

    /** Each says what is signed, so that no signature can be passed off as one for something else. */
    private static final String HEAD_TAG = "kampung-log-head-v1";

    private static final String CONTROL_TAG = "kampung-control-v1";

    private Signed() {}

    static byte[] head(LogHead head) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        addWithLength(bytes, HEAD_TAG.getBytes(StandardCharsets.US_ASCII));
        addWithLength(bytes, head.node().value().getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(ByteBuffer.allocate(12)
                .putInt(head.position().epoch())
                .putLong(head.position().sequence())
                .array());
        bytes.writeBytes(head.hash().bytes());
        return bytes.toByteArray();
    }

    static byte[] control(String kind, byte[] body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        addWithLength(bytes, CONTROL_TAG.getBytes(StandardCharsets.US_ASCII));
        addWithLength(bytes, kind.getBytes(StandardCharsets.UTF_8));
        addWithLength(bytes, body);
        return bytes.toByteArray();
    }

    private static void addWithLength(ByteArrayOutputStream bytes, byte[] part) {
        bytes.writeBytes(ByteBuffer.allocate(4).putInt(part.length).array());
        bytes.writeBytes(part);
    }
}
