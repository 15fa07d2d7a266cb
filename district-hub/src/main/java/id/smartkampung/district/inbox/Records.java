package id.smartkampung.district.inbox;

import id.smartkampung.model.protocol.Arrival;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** Records of the broker as the protocol sees them. */
final class Records {

    private Records() {}

    /** Of headers with the same name the last counts. */
    static Arrival arrival(ConsumerRecord<byte[], byte[]> record) {
        Map<String, byte[]> headers = new HashMap<>();
        for (Header header : record.headers()) {
            headers.put(header.key(), header.value());
        }
        return Arrival.of(record.offset(), headers, record.value());
    }
}
