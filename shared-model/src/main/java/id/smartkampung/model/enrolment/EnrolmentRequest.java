package id.smartkampung.model.enrolment;

/**
 * What a village sends to join or to renew its credential, signed with its new key as a control record of the kind {@value #KIND}.
 *
 * @param node name of the village's server
 * @param secret of the one-time code, in base64; null to renew
 * @param key the public half of the village's key, in base64
 * @param renews the end of the credential to be renewed, as ISO 8601; null to join
 */
public record EnrolmentRequest(String node, String secret, String key, String renews) {

    /** Where the hub takes it. */
    public static final String PATH = "/enrolment/v1";

    public static final String KIND = "enrolment.v1";

    /** Carries the signature, so that nobody joins with the key of another. */
    public static final String SIGNATURE = "Kampung-Signature";

    /** Without the secret. */
    @Override
    public String toString() {
        return "EnrolmentRequest[" + node + "]";
    }
}
