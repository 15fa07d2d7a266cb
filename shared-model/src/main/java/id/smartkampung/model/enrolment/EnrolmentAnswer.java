package id.smartkampung.model.enrolment;

import java.util.List;

/**
 * What a village gets to know once it has joined.
 *
 * @param brokers addresses, separated by commas
 * @param user its own at the broker
 * @param password of that user
 * @param mechanism how it logs in, such as {@code SCRAM-SHA-512}
 * @param authority certificates, as PEM, under which those of the brokers stand
 * @param expiresAt when the credential must have been renewed, as ISO 8601
 * @param hubKeys the public keys with which the hub signs, in base64, the present one first
 */
public record EnrolmentAnswer(
        String brokers,
        String user,
        String password,
        String mechanism,
        String authority,
        String expiresAt,
        List<String> hubKeys) {

    public EnrolmentAnswer {
        hubKeys = List.copyOf(hubKeys);
    }

    /** The same with brokers that stand under other certificates. */
    public EnrolmentAnswer under(String otherAuthority) {
        return new EnrolmentAnswer(brokers, user, password, mechanism, otherAuthority, expiresAt, hubKeys);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "EnrolmentAnswer[" + user + "]";
    }
}
