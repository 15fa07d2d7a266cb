package id.smartkampung.model.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;

/**
 * Events as bytes and back. The bytes are hashed as they are, so an event is written once and never written again.
 *
 * <p>Within a version fields are only added: what is unknown is ignored when read and stays in the stored bytes.
 */
public final class EventJson {

    private static final int MAX_DEPTH = 20;

    private static final ObjectMapper MAPPER = mapper();

    private EventJson() {}

    public static byte[] write(VillageEvent event) {
        return write(event, event.subject());
    }

    public static byte[] write(DistrictEvent event) {
        return write(event, event.subject());
    }

    private static byte[] write(Object event, Subject subject) {
        try {
            return MAPPER.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("event of " + subject + " cannot be written as JSON", e);
        }
    }

    /**
     * Reads the data of an event.
     *
     * @throws EventFormatException when the bytes are not what the type promises; says where, without repeating a value
     */
    public static VillageEvent read(EventType type, byte[] data) throws EventFormatException {
        return read(type.wireName(), type.eventClass(), data);
    }

    /** Reads the data of a command in the same way. */
    public static DistrictEvent read(DistrictEventType type, byte[] data) throws EventFormatException {
        return read(type.wireName(), type.eventClass(), data);
    }

    private static <E> E read(String name, Class<E> type, byte[] data) throws EventFormatException {
        try {
            E event = MAPPER.readValue(data, type);
            if (event == null) {
                throw new EventFormatException(name, "the data is null", null);
            }
            return event;
        } catch (IOException e) {
            throw new EventFormatException(name, EventFormatException.where(e), e);
        }
    }

    private static ObjectMapper mapper() {
        ObjectMapper mapper = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .defaultLeniency(false)
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
                // A NIK written as a number has lost its leading zeros, and a wrong type is an error, not a guess.
                .withCoercionConfig(
                        LogicalType.Textual,
                        config -> config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
                .withCoercionConfig(
                        LogicalType.Boolean,
                        config -> config.setCoercion(CoercionInputShape.String, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail))
                .withCoercionConfig(
                        LogicalType.Integer,
                        config -> config.setCoercion(CoercionInputShape.String, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail))
                .build();
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .build());
        return mapper;
    }
}
