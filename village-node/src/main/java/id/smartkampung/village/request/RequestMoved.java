package id.smartkampung.village.request;

import id.smartkampung.model.request.RequestState;
import java.util.UUID;

/**
 * Told within the transaction of a step, to rooms that keep something with the request; who throws refuses the step.
 *
 * @param reason what was written for the applicant; null where no reason was given
 */
public record RequestMoved(UUID id, RequestState from, RequestState to, String reason) {}
