package id.smartkampung.district.client;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import id.smartkampung.district.web.Kampung;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URL;
import java.util.UUID;
import java.util.function.Consumer;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AssertionTest {

    @Inject
    Kampung kampung;

    @TestHTTPResource("/oauth/token")
    URL endpoint;

    private final PublicJsonWebKey key = aKey();
    private String client;

    @BeforeEach
    void aClientHasAKey() {
        client = "kunci-" + UUID.randomUUID().toString().substring(0, 13);
        kampung.run(
                """
                insert into client (id, name, contact, scopes, purposes, areas, calls_per_minute, jwks, created_at, created_by)
                values (?, 'Program uji', 'uji', '{statistics}', '{}', '{}', 100, ?, now(), 'uji')
                """,
                client,
                PublicKeys.toJwks(key.toJson(OutputControlLevel.PUBLIC_ONLY)).orElseThrow());
    }

    @Test
    void aClientGetsATokenByWhatItSigns() {
        String token =
                asks(signed(key, claims -> {})).then().statusCode(200).extract().path("access_token");

        given().header("Authorization", "Bearer " + token)
                .get("/api/v1/totals")
                .then()
                .statusCode(200);
    }

    @Test
    void anAssertionCountsOnce() {
        String assertion = signed(key, claims -> {});

        asks(assertion).then().statusCode(200);
        asks(assertion).then().statusCode(401).body("error", equalTo("invalid_client"));
    }

    @Test
    void anAssertionOfAnotherKeyIsRefused() {
        refused(signed(aKey(), claims -> {}));
    }

    @Test
    void anAssertionForAnotherServerIsRefused() {
        refused(signed(key, claims -> claims.setAudience("https://lain.example/oauth/token")));
    }

    @Test
    void anAssertionThatHasExpiredIsRefused() {
        refused(signed(key, claims -> claims.setExpirationTimeMinutesInTheFuture(-2)));
    }

    @Test
    void anAssertionThatLastsForDaysIsRefused() {
        refused(signed(key, claims -> claims.setExpirationTimeMinutesInTheFuture(3000)));
    }

    @Test
    void anAssertionWithoutAnIdIsRefused() {
        refused(signed(key, claims -> claims.unsetClaim("jti")));
    }

    @Test
    void anAssertionThatNobodySignedIsRefused() {
        refused("eyJhbGciOiJub25lIn0." + signed(key, claims -> {}).split("\\.")[1] + ".");
    }

    @Test
    void aSecretKeyIsNotTakenForAPublicOne() {
        assertThat(PublicKeys.toJwks(key.toJson(OutputControlLevel.INCLUDE_PRIVATE)))
                .isEmpty();
        assertThat(PublicKeys.toJwks("{\"kty\":\"oct\",\"k\":\"c2VjcmV0\"}")).isEmpty();
        assertThat(PublicKeys.toJwks("bukan kunci")).isEmpty();
    }

    private void refused(String assertion) {
        asks(assertion).then().statusCode(401).body("error", equalTo("invalid_client"));
    }

    private Response asks(String assertion) {
        return given().formParam("grant_type", "client_credentials")
                .formParam("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer")
                .formParam("client_assertion", assertion)
                .post("/oauth/token");
    }

    private String signed(PublicJsonWebKey by, Consumer<JwtClaims> change) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(client);
        claims.setSubject(client);
        claims.setAudience(endpoint.toString());
        claims.setGeneratedJwtId();
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(2);
        change.accept(claims);
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKey(by.getPrivateKey());
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new AssertionError("a signature for the test", e);
        }
    }

    private static PublicJsonWebKey aKey() {
        try {
            return EcJwkGenerator.generateJwk(EllipticCurves.P256);
        } catch (JoseException e) {
            throw new AssertionError("a key for the test", e);
        }
    }
}
