package id.smartkampung.district.api;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/** Leaves the pages out of the description, and says of every call how its failure looks. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ApiOnly implements OASFilter {

    private static final String API = "/api/v1/";

    @Override
    public void filterOpenAPI(OpenAPI openApi) {
        List<String> pages = openApi.getPaths().getPathItems().keySet().stream()
                .filter(path -> !path.startsWith(API))
                .toList();
        pages.forEach(openApi.getPaths()::removePathItem);
        openApi.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .forEach(operation -> operation
                        .getResponses()
                        .addAPIResponse(
                                "default", OASFactory.createAPIResponse().ref("Problem")));
    }
}
