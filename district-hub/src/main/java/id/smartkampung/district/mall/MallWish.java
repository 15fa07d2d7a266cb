package id.smartkampung.district.mall;

import id.smartkampung.model.letter.LetterKind;
import id.smartkampung.model.log.NodeId;
import java.util.UUID;

/**
 * What somebody asks for at the service mall.
 *
 * @param id of the request, chosen before it is sent: the same twice is one request
 * @param purpose what for; may be null, like the following
 * @param contact how to reach who asks
 * @param note for the village
 */
public record MallWish(
        UUID id, NodeId node, UUID resident, LetterKind kind, String purpose, String contact, String note) {}
