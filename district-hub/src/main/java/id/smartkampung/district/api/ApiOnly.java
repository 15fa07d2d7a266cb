package id.smartkampung.district.api;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;

/** Leaves the pages out of the description, and says of every call how its failure looks. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ApiOnly implements OASFilter {

    private static final List<String> PERSONS =
            List.of(ApiCall.PATH + "residents", ApiCall.PATH + "families", ApiCall.PATH + "mutations");

    @Override
    public void filterOpenAPI(OpenAPI openApi) {
        List<String> pages = openApi.getPaths().getPathItems().keySet().stream()
                .filter(path -> !path.startsWith(ApiCall.PATH))
                .toList();
        pages.forEach(openApi.getPaths()::removePathItem);
        openApi.getPaths().getPathItems().forEach((path, item) -> {
            if (item.getGET() != null && answersJson(item.getGET())) {
                item.getGET().addParameter(fields());
            }
            if (item.getPOST() != null) {
                item.getPOST().addParameter(repeated());
            }
            item.getOperations().values().forEach(operation -> {
                operation
                        .getResponses()
                        .addAPIResponse(
                                "default", OASFactory.createAPIResponse().ref("Problem"));
                openToOfficials(path, operation);
            });
        });
    }

    /** Every answer that is no stream can be cut down. */
    private static boolean answersJson(Operation operation) {
        APIResponse answer = operation.getResponses().getAPIResponse("200");
        return answer != null
                && answer.getContent() != null
                && answer.getContent().hasMediaType(MediaType.APPLICATION_JSON);
    }

    private static Parameter fields() {
        return OASFactory.createParameter()
                .name("fields")
                .in(Parameter.In.QUERY)
                .description("Names of the fields that are wanted, with commas between; all without it.")
                .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING));
    }

    private static Parameter repeated() {
        return OASFactory.createParameter()
                .name("Idempotency-Key")
                .in(Parameter.In.HEADER)
                .description("A name of your own for this call, 1 to 255 visible characters. Sent again with it within"
                        + " 7 days the call is not done again, and its answer is repeated (`Idempotent-Replayed`)."
                        + " 422 when it was another call, 409 while it is under way.")
                .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING));
    }

    /** A session counts beside the token of a client, for which the scopes are known from the resource. */
    private static void openToOfficials(String path, Operation operation) {
        if (path.startsWith(ApiCall.OPEN)) {
            operation.setSecurity(new ArrayList<>());
            return;
        }
        boolean persons = PERSONS.stream().anyMatch(path::startsWith);
        List<SecurityRequirement> doors = new ArrayList<>();
        doors.add(OASFactory.createSecurityRequirement()
                .addScheme("session", persons ? OfficialScopes.SEE_PERSONS : List.of()));
        if (operation.getSecurity() != null) {
            doors.addAll(operation.getSecurity());
        }
        operation.setSecurity(doors);
    }
}
