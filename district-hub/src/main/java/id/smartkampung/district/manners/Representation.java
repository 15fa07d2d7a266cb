package id.smartkampung.district.manners;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.smartkampung.district.api.ApiCall;
import id.smartkampung.district.api.Asked;
import id.smartkampung.district.api.Caller;
import id.smartkampung.model.log.Hash;
import id.smartkampung.web.error.Problem;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Brings what the resources of the interface answer into the form that was asked for: some fields only, nothing at all
 * where the caller has it already (RFC 9110, 13.1.2), and no NIK where none was opened.
 */
@Singleton
class Representation {

    private static final String FIELDS = "fields";
    private static final String ITEMS = "items";
    private static final String AS_OF = "asOf";
    private static final String CURSOR = "next";
    private static final int OK = 200;
    private static final int TAG_BYTES = 16;

    private final ObjectMapper json;
    private final Caller caller;

    Representation(ObjectMapper json, Caller caller) {
        this.json = json;
        this.caller = caller;
    }

    /** Before anything is read: neither a field that is none nor a purpose that is none shall leave a trace of a reading. */
    @ServerRequestFilter
    void check(ContainerRequestContext request, ResourceInfo resource, RoutingContext exchange) {
        if (!ApiCall.isOne(exchange)) {
            return;
        }
        caller.purpose();
        String fields = request.getUriInfo().getQueryParameters().getFirst(FIELDS);
        if (fields != null) {
            Asked asked = new Asked();
            asked.fields(fields, FieldNames.of(resource.getResourceMethod().getGenericReturnType()));
            asked.check();
        }
    }

    @ServerResponseFilter
    void represent(ContainerRequestContext request, ContainerResponseContext response, RoutingContext exchange) {
        Object entity = response.getEntity();
        boolean answered = response.getStatus() == OK && entity instanceof Record && !(entity instanceof Problem);
        if (!answered || !ApiCall.isOne(exchange) || !request.getMethod().equals("GET")) {
            return;
        }
        ObjectNode tree = json.valueToTree(entity);
        choose(tree, request.getUriInfo().getQueryParameters().getFirst(FIELDS));
        if (!caller.opens()) {
            Masks.cover(tree, CURSOR);
        }
        EntityTag tag = tagOf(tree);
        response.getHeaders().putSingle(HttpHeaders.ETAG, tag);
        response.getHeaders().putSingle(HttpHeaders.VARY, "Authorization, Cookie, " + Caller.PURPOSE);
        Response.ResponseBuilder known = request.getRequest().evaluatePreconditions(tag);
        if (known == null) {
            response.setEntity(tree);
        } else {
            response.setStatus(known.build().getStatus());
            response.setEntity(null);
        }
    }

    private static void choose(ObjectNode tree, String fields) {
        if (fields == null) {
            return;
        }
        List<String> names = Arrays.stream(fields.split(",")).map(String::strip).toList();
        if (!tree.has(ITEMS)) {
            tree.retain(names);
            return;
        }
        for (JsonNode item : tree.get(ITEMS)) {
            if (item instanceof ObjectNode object) {
                object.retain(names);
            }
        }
    }

    /** A weak one, of the data without the moment they are of: that moves on while they stay. */
    private EntityTag tagOf(ObjectNode tree) {
        byte[] digest = Hash.sha256(bytes(tree.deepCopy().without(AS_OF))).bytes();
        return new EntityTag(
                Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, TAG_BYTES)), true);
    }

    private byte[] bytes(JsonNode tree) {
        try {
            return json.writeValueAsBytes(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer cannot be written", e);
        }
    }
}
