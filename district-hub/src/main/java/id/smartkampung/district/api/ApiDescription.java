package id.smartkampung.district.api;

import id.smartkampung.web.error.Problem;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeIn;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.OAuthFlow;
import org.eclipse.microprofile.openapi.annotations.security.OAuthFlows;
import org.eclipse.microprofile.openapi.annotations.security.OAuthScope;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.servers.Server;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What an integrator reads first about the interface of the regency. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Smart Kampung: interface of the regency",
                        version = "1.0",
                        description = """
                                The consolidated data of all villages of a regency, with how complete they are.

                                * **Who may.** Programs get a token at `/oauth/token` (client credentials; secret or \
                                `private_key_jwt`) and send it as `Authorization: Bearer`. Its scopes are \
                                `statistics`, `requests`, `requests.make`, `residents.min` and `residents.nik`; a client sees its own \
                                areas only. Officials' sessions count as well, with the scopes of their role; a camat \
                                gets the own kecamatan. Only `/api/v1/open/` needs neither.
                                * **Areas** are named by their kode wilayah (`35.10.01`, `35.10.01.2001`). Names \
                                repeat; never join on them. `node` names one village server for life.
                                * **Lists** come in pages. Follow `next`, or the `Link` header; the order is stable, \
                                so that nothing is missed or doubled while data arrive.
                                * **Less.** `fields=node,id` leaves out the other fields of each item. Answers \
                                have an `ETag`; give it as `If-None-Match` and get 304 while nothing changed. \
                                JSON is compressed where `Accept-Encoding` allows it.
                                * **As of.** `asOf` says how far the data of each village on a page are in its log \
                                (epoch and sequence), and up to where they are proven to be the village's own.
                                * **Errors** are problems (RFC 9457): decide on `type`, show `detail`; `errors` has \
                                all that is wrong with a question at once. `Link: rel="help"` leads to a page.
                                * **Rates.** `RateLimit` says how many calls are left in this minute; after them 429 \
                                with `Retry-After`.
                                * **Persons.** NIK are masked to their first six digits and never stand in an \
                                address. With the scope `residents.nik` and a purpose of the client in the header \
                                `Kampung-Purpose` they are shown. Each person that a call tells of is recorded with \
                                client and purpose.
                                * **Calls** are named: `X-Request-Id` is kept or made, and `traceparent` (W3C) is \
                                answered by `traceresponse`.
                                * **Again.** A POST with `Idempotency-Key` may be sent again: it is done once, and its \
                                answer repeated for 7 days.
                                * **Webhooks** follow Standard Webhooks; verify `webhook-signature` before anything else.
                                * **Versions.** Within `v1` fields are added, never removed or changed.
                                """,
                        license = @License(name = "Apache-2.0", url = "https://www.apache.org/licenses/LICENSE-2.0")),
        components =
                @Components(
                        responses =
                                @APIResponse(
                                        name = "Problem",
                                        description = "What went wrong (RFC 9457).",
                                        content =
                                                @Content(
                                                        mediaType = "application/problem+json",
                                                        schema = @Schema(implementation = Problem.class)))),
        servers = @Server(url = "/", description = "This hub"),
        security = {@SecurityRequirement(name = "session"), @SecurityRequirement(name = "client")},
        tags = {
            @Tag(name = "areas", description = "Kabupaten, kecamatan, desa and kelurahan by their codes."),
            @Tag(name = "villages", description = "The village servers and how their logs stand."),
            @Tag(name = "totals", description = "Totals that are kept with every event, by area."),
            @Tag(name = "requests", description = "Service requests of citizens, without persons."),
            @Tag(name = "mall", description = "Requests made at the service mall, and their signed letters."),
            @Tag(name = "residents", description = "Residents, masked; for those who may see persons."),
            @Tag(name = "families", description = "Families, masked; for those who may see persons."),
            @Tag(name = "mutations", description = "Births, deaths and moves; for those who may see persons."),
            @Tag(name = "changes", description = "The change feed: everything, in order, provably complete."),
            @Tag(name = "exports", description = "Full copies as files, which the change feed continues."),
            @Tag(name = "webhooks", description = "Calls to your own address when something changed."),
            @Tag(name = "open", description = "Figures for anybody: no key, no person, cacheable, CORS open.")
        })
@SecurityScheme(
        securitySchemeName = "session",
        type = SecuritySchemeType.APIKEY,
        in = SecuritySchemeIn.COOKIE,
        apiKeyName = "kampung-8080",
        description = "The session cookie of a login; its name ends with the port of the hub.")
@SecurityScheme(
        securitySchemeName = "client",
        type = SecuritySchemeType.OAUTH2,
        description = "A token of a program of another agency.",
        flows =
                @OAuthFlows(
                        clientCredentials =
                                @OAuthFlow(
                                        tokenUrl = "/oauth/token",
                                        scopes = {
                                            @OAuthScope(name = Scopes.STATISTICS, description = "Totals."),
                                            @OAuthScope(
                                                    name = Scopes.REQUESTS,
                                                    description = "Service requests, without persons."),
                                            @OAuthScope(
                                                    name = Scopes.REQUESTS_MAKE,
                                                    description =
                                                            "Make requests for residents, follow them, fetch letters."),
                                            @OAuthScope(
                                                    name = Scopes.RESIDENTS_MIN,
                                                    description = "Residents, families and mutations, masked."),
                                            @OAuthScope(
                                                    name = Scopes.RESIDENTS_NIK,
                                                    description =
                                                            "The same with NIK, for a purpose named in each call.")
                                        })))
public class ApiDescription extends Application {}
