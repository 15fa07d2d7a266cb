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

                                * **Who may.** Calls carry the session cookie of a login to the pages; the roles are \
                                those of the account, and a camat gets the own kecamatan only. Nothing is open \
                                without a login, totals included.
                                * **Areas** are named by their kode wilayah (`35.10.01`, `35.10.01.2001`). Names \
                                repeat; never join on them. `node` names one village server for life.
                                * **Lists** come in pages. Follow `next`, or the `Link` header; the order is stable, \
                                so that nothing is missed or doubled while data arrive.
                                * **Errors** are problems (RFC 9457): decide on `type`, show `detail`.
                                * **Persons.** NIK are masked to their first six digits and never stand in an \
                                address; each reading of persons is recorded.
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
        security = @SecurityRequirement(name = "session"),
        tags = {
            @Tag(name = "villages", description = "The village servers and how their logs stand."),
            @Tag(name = "totals", description = "Totals that are kept with every event, by area."),
            @Tag(name = "requests", description = "Service requests of citizens, without persons."),
            @Tag(name = "residents", description = "Residents, masked; for those who may see persons."),
            @Tag(name = "changes", description = "The change feed: everything, in order, provably complete."),
            @Tag(name = "exports", description = "Full copies as files, which the change feed continues.")
        })
@SecurityScheme(
        securitySchemeName = "session",
        type = SecuritySchemeType.APIKEY,
        in = SecuritySchemeIn.COOKIE,
        apiKeyName = "kampung-8080",
        description = "The session cookie of a login; its name ends with the port of the hub.")
public class ApiDescription extends Application {}
