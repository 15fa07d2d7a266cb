package id.smartkampung.district.web;

import static io.restassured.RestAssured.given;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.restassured.specification.RequestSpecification;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Programs of other agencies, known by a header as if their token had been checked: name, scopes, areas. */
@ApplicationScoped
public class TestClients implements HttpAuthenticationMechanism {

    public static final String HEADER = "X-Test-Client";

    private static final int PARTS = 3;

    /** What a client with these scopes sends; without areas it may see the whole kabupaten. */
    public static String client(String name, String scopes, String areas) {
        return String.join(";", name, scopes, areas);
    }

    public static RequestSpecification asks(String client) {
        return given().header(HEADER, client);
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager identities) {
        String header = request.request().getHeader(HEADER);
        if (header == null) {
            return Uni.createFrom().nullItem();
        }
        String[] parts = header.split(";", PARTS);
        return Uni.createFrom()
                .item(QuarkusSecurityIdentity.builder()
                        .setPrincipal(new QuarkusPrincipal(parts[0]))
                        .addRoles(Set.copyOf(words(parts[1])))
                        .addAttribute("kampung.client", parts[0])
                        .addAttribute("kampung.areas", words(parts[2]))
                        .build());
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return Uni.createFrom().nullItem();
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of();
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty()).toList();
    }
}
