package id.smartkampung.district.client;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a client sent to get a token (RFC 6749, 4.4), with one proof of who it is.
 *
 * @param clientId null where only the assertion names it
 * @param secret null where it is proven by an assertion
 * @param assertion null where it is proven by a secret (RFC 7523)
 * @param scopes none for all that it may
 */
record TokenWish(String clientId, String secret, String assertion, List<String> scopes) {

    private static final String BASIC = "basic ";
    private static final String JWT_BEARER = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static final int LONGEST = 8 * 1024;

    /**
     * Reads it from the header and the form.
     *
     * @throws OAuthException when it is none
     */
    static TokenWish read(String authorization, List<Map.Entry<String, String>> form) {
        Map<String, String> fields = fields(form);
        String grant = fields.get("grant_type");
        if (grant == null) {
            throw OAuthException.invalidRequest("grant_type is missing");
        }
        if (!grant.equals("client_credentials")) {
            throw OAuthException.unsupportedGrant();
        }
        List<String> scopes = Arrays.stream(fields.getOrDefault("scope", "").split(" "))
                .filter(scope -> !scope.isEmpty())
                .distinct()
                .toList();
        String id = fields.get("client_id");
        String secret = fields.get("client_secret");
        String assertion = assertion(fields);
        String[] basic = basic(authorization);
        if (ways(secret, assertion, basic) > 1) {
            throw OAuthException.invalidRequest("more than one way to authenticate was used");
        }
        if (basic != null) {
            if (id != null && !id.equals(basic[0])) {
                throw OAuthException.invalidRequest("client_id differs from the Authorization header");
            }
            return new TokenWish(basic[0], basic[1], null, scopes);
        }
        if (assertion == null && (id == null || secret == null)) {
            throw OAuthException.invalidClient();
        }
        return new TokenWish(id, secret, assertion, scopes);
    }

    /** By what guesses are counted; what an assertion says of itself is not known to be true. */
    String claimedId() {
        return clientId == null ? "" : clientId;
    }

    private static int ways(Object... proofs) {
        return (int) Arrays.stream(proofs).filter(proof -> proof != null).count();
    }

    private static Map<String, String> fields(List<Map.Entry<String, String>> form) {
        Map<String, String> fields = new HashMap<>();
        for (Map.Entry<String, String> field : form) {
            boolean tooLong = field.getValue().length() > LONGEST;
            if (tooLong || fields.put(field.getKey(), field.getValue()) != null) {
                throw OAuthException.invalidRequest("a parameter came twice or is too long");
            }
        }
        // RFC 6749, 3.2: a parameter without a value is as if it were not there
        fields.values().removeIf(String::isEmpty);
        return fields;
    }

    private static String assertion(Map<String, String> fields) {
        String assertion = fields.get("client_assertion");
        String type = fields.get("client_assertion_type");
        if ((assertion == null) != (type == null) || (type != null && !type.equals(JWT_BEARER))) {
            throw OAuthException.invalidRequest("client_assertion needs the client_assertion_type " + JWT_BEARER);
        }
        return assertion;
    }

    /** Id and secret, each encoded as in a form first (RFC 6749, 2.3.1); null without such a header. */
    private static String[] basic(String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return null;
        }
        try {
            byte[] plain = Base64.getDecoder()
                    .decode(authorization.substring(BASIC.length()).strip());
            String[] parts = new String(plain, StandardCharsets.UTF_8).split(":", 2);
            if (parts.length == 2) {
                return new String[] {decoded(parts[0]), decoded(parts[1])};
            }
        } catch (IllegalArgumentException e) {
            throw OAuthException.invalidClient();
        }
        throw OAuthException.invalidClient();
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
