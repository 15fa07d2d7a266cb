package id.smartkampung.district.inbox;

import id.smartkampung.model.protocol.Arrival;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** Records of the broker as the protocol sees them. */
final class Records {

    private Records() {}

    /** Of headers with the same name the last counts. */
    static Arrival arrival(ConsumerRecord<byte[], byte[]> record) {
        Headers headers = record.headers();
        return Arrival.of(
                record.offset(),
                name -> {
                    Header header = headers.lastHeader(name);
                    return header == null ? null : header.value();
                },
                record.value());
    }
}
