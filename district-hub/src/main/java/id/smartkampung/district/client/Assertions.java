package id.smartkampung.district.client;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;

/** Reads with what a client signs that it is itself: {@code private_key_jwt} (RFC 7523, OpenID Connect Core 9). */
@ApplicationScoped
class Assertions {

    private static final int SKEW_SECONDS = 30;
    private static final int SECONDS_OF_MINUTE = 60;
    private static final int LONGEST_ID = 200;

    private static final AlgorithmConstraints ASYMMETRIC = new AlgorithmConstraints(
            ConstraintType.PERMIT,
            AlgorithmIdentifiers.RSA_USING_SHA256,
            AlgorithmIdentifiers.RSA_PSS_USING_SHA256,
            AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256,
            AlgorithmIdentifiers.EDDSA);

    private final ClientConfig config;
    private final Clock clock;

    Assertions(ClientConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /** An assertion that is what it should be; whether it was used before is for the store to say. */
    record Proof(String id, Instant expiresAt) {}

    /** Who it says it is of, before anything of it is believed; empty where it is none. */
    Optional<String> claimedClient(String assertion) {
        try {
            JwtClaims claims = new JwtConsumerBuilder()
                    .setSkipAllValidators()
                    .setDisableRequireSignature()
                    .setSkipSignatureVerification()
                    .build()
                    .processToClaims(assertion);
            return Optional.ofNullable(claims.getSubject());
        } catch (InvalidJwtException | MalformedClaimException e) {
            return Optional.empty();
        }
    }

    /** Empty when it is not signed by this client, for this hub, for now. */
    Optional<Proof> verify(String assertion, Client client, String... audiences) {
        try {
            JwtClaims claims = new JwtConsumerBuilder()
                    .setJwsAlgorithmConstraints(ASYMMETRIC)
                    .setVerificationKeyResolver(
                            new JwksVerificationKeyResolver(new JsonWebKeySet(client.jwks()).getJsonWebKeys()))
                    .setExpectedIssuer(true, client.id())
                    .setExpectedSubject(client.id())
                    .setExpectedAudience(true, audiences)
                    .setRequireJwtId()
                    .setRequireExpirationTime()
                    .setMaxFutureValidityInMinutes(
                            Math.toIntExact(config.assertionValidity().toMinutes()))
                    .setAllowedClockSkewInSeconds(SKEW_SECONDS)
                    .setEvaluationTime(
                            NumericDate.fromMilliseconds(clock.instant().toEpochMilli()))
                    .build()
                    .processToClaims(assertion);
            if (claims.getJwtId().length() > LONGEST_ID) {
                return Optional.empty();
            }
            Instant expiresAt =
                    Instant.ofEpochSecond(claims.getExpirationTime().getValue()).plusSeconds(SECONDS_OF_MINUTE);
            return Optional.of(new Proof(claims.getJwtId(), expiresAt));
        } catch (InvalidJwtException | MalformedClaimException | JoseException e) {
            return Optional.empty();
        }
    }
}
