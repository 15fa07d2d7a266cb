package id.smartkampung.village.dossier;

import id.smartkampung.model.identity.Nik;
import id.smartkampung.village.delivery.Delivery;
import id.smartkampung.village.letter.Answers;
import id.smartkampung.village.letter.LetterFilling;
import id.smartkampung.village.letter.number.Letter;
import id.smartkampung.village.lettertype.LetterTypes;
import id.smartkampung.village.register.Resident;
import id.smartkampung.village.request.Request;
import id.smartkampung.village.request.RequestStep;
import id.smartkampung.web.text.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** What a person asked for, what was filled in, what was signed, and who brought it home. */
@ApplicationScoped
class ServiceSections {

    private static final String MISSING = "–";

    private final LetterTypes types;
    private final Texts texts;

    ServiceSections(LetterTypes types, Texts texts) {
        this.types = types;
        this.texts = texts;
    }

    /** Requests, with their steps and letters, in the order in which they came. */
    List<Section> of(Held held) {
        Map<UUID, String> files = held.files();
        Map<UUID, String> numbers =
                held.requests().stream().collect(Collectors.toMap(request -> request.id, request -> request.number));
        List<List<Object>> requests =
                held.requests().stream().map(this::request).toList();
        List<List<Object>> steps = held.requests().stream()
                .flatMap(request -> request.steps.stream())
                .map(this::step)
                .toList();
        List<List<Object>> letters = held.letters().stream()
                .map(letter -> letter(letter, files.get(letter.id)))
                .toList();
        List<List<Object>> deliveries = held.deliveries().stream()
                .map(delivery -> delivery(delivery, numbers.get(delivery.requestId), files.get(delivery.id)))
                .toList();
        return List.of(
                Section.of("requests", texts, requests),
                Section.of("steps", texts, steps),
                Section.of("fillings", texts, fillings(held)),
                Section.of("letters", texts, letters),
                Section.of("deliveries", texts, deliveries));
    }

    private List<Object> request(Request request) {
        return Section.row(
                request.number,
                types.name(request.kind),
                texts.of("channel." + request.channel.name()),
                texts.of("request.state." + request.state.name()),
                request.submittedAt,
                request.purposeText,
                request.contact,
                texts.of(request.homeDelivery ? "dossier.yes" : "dossier.no"),
                request.note);
    }

    private List<Object> step(RequestStep step) {
        return Section.row(
                step.request.number,
                texts.of("request.state." + step.state.name()),
                step.at,
                step.username,
                step.reason);
    }

    private static List<List<Object>> fillings(Held held) {
        Nik own = held.resident().nik;
        List<List<Object>> rows = new ArrayList<>();
        for (Request request : held.requests()) {
            LetterFilling.find(request.id)
                    .map(LetterFilling::answers)
                    .map(Answers::all)
                    .orElse(Map.of())
                    .forEach((field, value) ->
                            rows.add(Section.row(request.number, field.replace('_', ' '), inWords(value, own))));
        }
        return rows;
    }

    /** A person of the register stands in an answer by the id, others often by their NIK. */
    private static String inWords(String value, Nik own) {
        return value.lines()
                .map(line -> {
                    UUID id = Answers.residentOf(line);
                    if (id == null) {
                        return Nik.covered(line, own);
                    }
                    Resident named = Resident.findById(id);
                    return named == null ? MISSING : named.fullName;
                })
                .collect(Collectors.joining("; "));
    }

    private List<Object> letter(Letter letter, String file) {
        return Section.row(
                letter.number,
                letter.typeName,
                letter.issuedOn,
                letter.validUntil,
                texts.of("letter.state." + letter.state.name()),
                letter.signerName,
                letter.code.toString(),
                file);
    }

    private static List<Object> delivery(Delivery delivery, String number, String file) {
        return Section.row(
                number,
                delivery.courierName,
                delivery.assignedAt,
                delivery.leftAt,
                delivery.endedAt,
                delivery.receiver,
                delivery.reason,
                file);
    }
}
