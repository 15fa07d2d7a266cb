package id.smartkampung.village.request;

import id.smartkampung.model.letter.LetterKind;
import id.smartkampung.model.request.Channel;
import java.util.UUID;

/** What a citizen asks for. */
public record RequestDraft(
        UUID applicantId,
        LetterKind kind,
        Channel channel,
        boolean homeDelivery,
        String purposeText,
        String contact,
        String note) {}
