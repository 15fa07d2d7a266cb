package id.smartkampung.model.letter;

import id.smartkampung.model.request.Channel;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A letter type (<i>jenis surat</i>) in one of its versions: what it asks for, says and needs, as its village wants it.
 *
 * @param name as a citizen reads it
 * @param heading as it stands on the paper
 * @param purpose what it is for, for the officer
 * @param words by which citizens call it
 * @param requirements papers to be shown or handed in
 * @param body paragraphs and blocks, see {@link LetterText}
 * @param classification code in the scheme of Permendagri 83/2022
 * @param formerClassification code in the scheme before
 * @param validDays after which it expires; 0 is never
 * @param targetMinutes working minutes within which it should be ready
 * @param fee in rupiah
 * @param channels through which it may be asked for
 * @param faceToFace whether the applicant must have been at the office
 * @param confidential whether a request for it is seen only by who handled it and by those who sign or administer
 * @param facts fields that whoever verifies a paper is shown
 * @param alongside types made with the same filling-in
 * @param forwardTo where the citizen goes with it
 * @param effect what of the register changes with it
 * @param active whether it is offered
 */
public record LetterType(
        LetterKind kind,
        String name,
        String heading,
        LetterGroup group,
        String purpose,
        List<String> words,
        List<LetterField> fields,
        List<String> requirements,
        List<String> body,
        List<LetterSigner> signers,
        String classification,
        String formerClassification,
        int validDays,
        int targetMinutes,
        int fee,
        Set<Channel> channels,
        boolean faceToFace,
        boolean confidential,
        List<LetterCheck> checks,
        List<String> facts,
        List<LetterKind> alongside,
        String forwardTo,
        String effect,
        String note,
        boolean active) {

    public LetterType {
        words = List.copyOf(words);
        fields = List.copyOf(fields);
        requirements = List.copyOf(requirements);
        body = List.copyOf(body);
        signers = List.copyOf(signers);
        channels = Set.copyOf(channels);
        checks = List.copyOf(checks);
        facts = List.copyOf(facts);
        alongside = List.copyOf(alongside);
    }

    public Optional<LetterField> field(String fieldName) {
        return fields.stream().filter(field -> field.name().equals(fieldName)).findFirst();
    }

    /** Whether it is a letter of the village; one whose head only acknowledges it is of those who sign it. */
    public boolean hasLetterhead() {
        return signers.stream()
                .anyMatch(signer -> signer.role() == LetterSigner.Role.VILLAGE_HEAD && !signer.acknowledges());
    }

    /** Whether the village head signs it, alone, beside others or to acknowledge it; then it has a number. */
    public boolean signedByVillageHead() {
        return signers.stream().anyMatch(signer -> signer.role() == LetterSigner.Role.VILLAGE_HEAD);
    }
}
