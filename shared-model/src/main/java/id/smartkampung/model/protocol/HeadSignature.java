package id.smartkampung.model.protocol;

/**
 * What the sender signed with a head, as it came: nothing about it is checked yet.
 *
 * @param keyId which key it says it was signed with
 * @param value the signature in base64
 */
public record HeadSignature(String keyId, String value) {}
