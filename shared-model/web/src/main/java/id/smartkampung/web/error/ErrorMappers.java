package id.smartkampung.web.error;

import id.smartkampung.web.account.CurrentAccount;
import id.smartkampung.web.account.Tokens;
import id.smartkampung.web.text.Texts;
import io.quarkus.logging.Log;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Turns what the features throw into what a caller is told. */
@Singleton
class ErrorMappers {

    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int CONFLICT = 409;
    private static final int SERVER_ERROR = 500;
    private static final int NO_ROOM = 507;
    private static final int ID_LENGTH = 8;

    /** What an account writes would lie where it may not look (SQL, WITH CHECK OPTION violated). */
    private static final String OUT_OF_VIEW = "44000";

    private final ErrorAnswers answers;
    private final Texts texts;
    private final FullDisk disk;
    private final CurrentAccount account;

    ErrorMappers(ErrorAnswers answers, Texts texts, FullDisk disk, CurrentAccount account) {
        this.answers = answers;
        this.texts = texts;
        this.disk = disk;
        this.account = account;
    }

    @ServerExceptionMapper
    Response refused(RefusedException e, RoutingContext request) {
        String detail = texts.of("refusal." + e.code(), e.arguments());
        List<Problem.Violation> violations = e.wrong().stream()
                .map(wrong -> new Problem.Violation("/" + wrong.parameter(), texts.of("refusal." + wrong.code())))
                .toList();
        Failure failure = new Failure(e.status(), e.code(), texts.of("error.refused"), detail, violations);
        return answers.answer(failure, request);
    }

    @ServerExceptionMapper
    Response invalid(ConstraintViolationException e, RoutingContext request) {
        List<Problem.Violation> violations = e.getConstraintViolations().stream()
                .map(violation -> new Problem.Violation(pointer(violation), violation.getMessage()))
                .toList();
        String detail = texts.of("error.invalid.detail", violations.size());
        Failure failure = new Failure(BAD_REQUEST, "invalid", texts.of("error.invalid"), detail, violations);
        return answers.answer(failure, request);
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Response nobody(SecurityException e, RoutingContext request) {
        return answers.answer(failure(UNAUTHORIZED, request), request);
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException e, RoutingContext request) {
        return answers.answer(failure(FORBIDDEN, request), request);
    }

    @ServerExceptionMapper
    Response http(WebApplicationException e, RoutingContext request) {
        int status = e.getResponse().getStatus();
        boolean complete = status < BAD_REQUEST || e.getResponse().hasEntity();
        return complete ? e.getResponse() : answers.answer(failure(status, request), request);
    }

    @ServerExceptionMapper
    Response broken(Throwable e, RoutingContext request) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof OptimisticLockException) {
                return refused(new RefusedException(CONFLICT, "changed-meanwhile"), request);
            }
            if (cause instanceof RefusedException refusal) {
                return refused(refusal, request);
            }
            if (cause instanceof SQLException refusal && OUT_OF_VIEW.equals(refusal.getSQLState())) {
                return refused(new RefusedException(CONFLICT, "out-of-area"), request);
            }
        }
        if (disk.explains(e)) {
            return answers.answer(failure(NO_ROOM, request), request);
        }
        String id = Tokens.random().substring(0, ID_LENGTH);
        Log.errorf(e, "request failed, error %s", id);
        String detail = texts.of("error.500.detail", id);
        return answers.answer(new Failure(SERVER_ERROR, "", texts.of("error.500"), detail), request);
    }

    /** Some filters end a request with a bare status, as that of the form token does. */
    @ServerResponseFilter
    void explain(ContainerResponseContext response, RoutingContext request) {
        int status = response.getStatus();
        if (status < BAD_REQUEST || response.hasEntity()) {
            return;
        }
        Response answer = answers.answer(failure(status, request), request);
        response.setStatus(answer.getStatus());
        answer.getHeaders().forEach((name, values) -> response.getHeaders().put(name, values));
        response.setEntity(answer.getEntity(), null, mediaType(answer));
    }

    /** What an officer sends and is not refused was kept; the door writes too little to tell. */
    @ServerResponseFilter
    void kept(ContainerResponseContext response, RoutingContext request) {
        if (disk.since().isPresent()
                && request.request().method().equals(HttpMethod.POST)
                && response.getStatus() < BAD_REQUEST
                && account.officer().isPresent()) {
            disk.hasRoom();
        }
    }

    private static MediaType mediaType(Response answer) {
        return answer.getMediaType();
    }

    private Failure failure(int status, RoutingContext request) {
        String key = "error." + status;
        String ofProgram = key + ".program";
        String known = texts.has(key) ? key : "error.other";
        if (ErrorAnswers.isProgram(request) && texts.has(ofProgram)) {
            known = ofProgram;
        }
        return new Failure(status, "", texts.of(known), texts.of(known + ".detail"));
    }

    private static String pointer(ConstraintViolation<?> violation) {
        // the method comes first, it is ours and not the caller's; so is the parameter that holds a form
        List<String> names = StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                .skip(1)
                .map(Path.Node::getName)
                .toList();
        int start = names.size() > 1 ? 1 : 0;
        return "/" + String.join("/", names.subList(start, names.size()));
    }
}
