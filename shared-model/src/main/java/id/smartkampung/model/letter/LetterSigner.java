package id.smartkampung.model.letter;

/**
 * Who signs a letter, in the order of the paper.
 *
 * @param field the field that names the person; for an office outside the one that asks whether it signs
 *     ({@link FieldKind#YES_NO}), or null where it always does; null for the village head and the applicant
 * @param acknowledges whether the signature only acknowledges (<i>mengetahui</i>) that of the others
 */
public record LetterSigner(Role role, String field, boolean acknowledges) {

    /** What a signer is in the letter. */
    public enum Role {
        /** <i>Kepala desa</i> or <i>lurah</i>, or who acts for them. */
        VILLAGE_HEAD,
        APPLICANT,
        GROOM,
        BRIDE,
        FATHER,
        MOTHER,
        /** All who stand in the field, each with an own place. */
        HEIRS,
        PERMIT_GIVER,
        PROXY_GIVER,
        PROXY_TAKER,
        SELLER,
        BUYER,
        CAMAT,
        DANRAMIL;

        /** Whether the person is named by a field of the letter. */
        public boolean isNamedByField() {
            return switch (this) {
                case GROOM, BRIDE, FATHER, MOTHER, HEIRS, PERMIT_GIVER, PROXY_TAKER, SELLER, BUYER -> true;
                case VILLAGE_HEAD, APPLICANT, PROXY_GIVER, CAMAT, DANRAMIL -> false;
            };
        }

        /** Whether it is an office outside the village, whose signature may be wanted or not. */
        public boolean isOutside() {
            return this == CAMAT || this == DANRAMIL;
        }
    }
}
