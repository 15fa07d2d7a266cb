package id.smartkampung.district.api;

import jakarta.ws.rs.DefaultValue;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** Which page of a list is wanted, as it was written; {@link Asked} reads it. */
public class Paging {

    @RestQuery
    @DefaultValue("100")
    @Parameter(
            description = "How many rows a page may hold: 1 to 500.",
            schema = @Schema(type = SchemaType.INTEGER, format = "int32", defaultValue = "100"))
    public String limit;

    @RestQuery
    @Parameter(description = "`next` of the page before.")
    public String cursor;
}
