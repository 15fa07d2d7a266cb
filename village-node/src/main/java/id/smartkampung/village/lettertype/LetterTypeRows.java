package id.smartkampung.village.lettertype;

import id.smartkampung.model.letter.FieldKind;
import id.smartkampung.model.letter.LetterCheck;
import id.smartkampung.model.letter.LetterField;
import id.smartkampung.model.letter.LetterSigner;
import id.smartkampung.model.letter.LetterType;
import id.smartkampung.model.request.Channel;
import id.smartkampung.model.vocabulary.MaritalStatus;
import id.smartkampung.web.error.FieldErrors;
import id.smartkampung.web.text.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The tables in the form of a letter type as they were typed; rows without a name are not there. */
public final class LetterTypeRows {

    private static final String YES = "ya";
    private static final String STATUS_SEPARATOR = ",";
    private static final String OPTION_SEPARATOR = ";";
    private static final int EMPTY_ROWS = 3;

    private List<Field> fields = new ArrayList<>();
    private List<Check> checks = new ArrayList<>();
    private List<Signer> signers = new ArrayList<>();

    /** One row of fields. */
    public record Field(String name, String label, String kind, String required, String options) {}

    /** One row of checks. */
    public record Check(String kind, String number, String field, String refuses, String hint) {}

    /** One row of signers. */
    public record Signer(String role, String field, String acknowledges) {}

    static LetterTypeRows of(LetterType type) {
        LetterTypeRows rows = new LetterTypeRows();
        for (LetterField field : type.fields()) {
            rows.fields.add(new Field(
                    field.name(),
                    field.label(),
                    field.kind().name(),
                    yes(field.required()),
                    String.join(OPTION_SEPARATOR + " ", field.options())));
        }
        for (LetterCheck check : type.checks()) {
            String statuses = check.statuses().stream()
                    .map(status -> String.valueOf(status.code()))
                    .collect(Collectors.joining(STATUS_SEPARATOR));
            String number = check.number() == null ? statuses : String.valueOf(check.number());
            rows.checks.add(new Check(check.kind().name(), number, check.field(), yes(check.refuses()), check.hint()));
        }
        for (LetterSigner signer : type.signers()) {
            rows.signers.add(new Signer(signer.role().name(), signer.field(), yes(signer.acknowledges())));
        }
        return rows;
    }

    /** From the columns of a form that was sent; a browser sends every cell, so columns are as long as each other. */
    static LetterTypeRows typed(Columns columns) {
        LetterTypeRows rows = new LetterTypeRows();
        for (int i = 0; i < columns.size("isianNama"); i++) {
            String name = columns.cell("isianNama", i);
            if (!name.isEmpty() || !columns.cell("isianLabel", i).isEmpty()) {
                rows.fields.add(new Field(
                        name,
                        columns.cell("isianLabel", i),
                        columns.cell("isianJenis", i),
                        columns.cell("isianWajib", i),
                        columns.cell("isianPilihan", i)));
            }
        }
        for (int i = 0; i < columns.size("periksaApa"); i++) {
            String kind = columns.cell("periksaApa", i);
            if (!kind.isEmpty()) {
                rows.checks.add(new Check(
                        kind,
                        columns.cell("periksaNilai", i),
                        columns.cell("periksaIsian", i),
                        columns.cell("periksaTolak", i),
                        columns.cell("periksaPesan", i)));
            }
        }
        for (int i = 0; i < columns.size("ttdSiapa"); i++) {
            String role = columns.cell("ttdSiapa", i);
            if (!role.isEmpty()) {
                rows.signers.add(new Signer(role, columns.cell("ttdIsian", i), columns.cell("ttdTahu", i)));
            }
        }
        return rows;
    }

    /** The cells of a column by its name. */
    interface Columns {

        List<String> of(String column);

        default int size(String column) {
            return of(column).size();
        }

        default String cell(String column, int row) {
            List<String> cells = of(column);
            return row < cells.size() ? LetterTypeForm.plain(cells.get(row)) : "";
        }
    }

    /** The rows, and some empty ones to write in. */
    public List<Field> fieldRows() {
        return padded(fields, new Field("", "", FieldKind.TEXT.name(), YES, ""));
    }

    public List<Check> checkRows() {
        return padded(checks, new Check("", "", "", "", ""));
    }

    public List<Signer> signerRows() {
        return padded(signers, new Signer("", "", ""));
    }

    List<LetterField> fields(FieldErrors errors, Texts texts) {
        List<LetterField> read = new ArrayList<>();
        for (Field row : fields) {
            Optional<FieldKind> kind = constant(FieldKind.values(), row.kind());
            if (kind.isEmpty()) {
                errors.add("isian", texts.of("form.required"));
            }
            List<String> options = Arrays.stream(row.options().split(OPTION_SEPARATOR))
                    .map(String::strip)
                    .filter(option -> !option.isEmpty())
                    .toList();
            FieldKind what = kind.orElse(FieldKind.TEXT);
            read.add(new LetterField(
                    row.name(),
                    row.label(),
                    what,
                    YES.equals(row.required()),
                    what == FieldKind.CHOICE ? options : List.of()));
        }
        return read;
    }

    List<LetterCheck> checks(FieldErrors errors, Texts texts) {
        List<LetterCheck> read = new ArrayList<>();
        for (Check row : checks) {
            Optional<LetterCheck.Kind> kind = constant(LetterCheck.Kind.values(), row.kind());
            if (kind.isEmpty()) {
                errors.add("periksa", texts.of("form.required"));
                continue;
            }
            boolean marital = kind.get() == LetterCheck.Kind.MARITAL_STATUS;
            boolean number = row.number().matches("\\d{1,4}");
            read.add(new LetterCheck(
                    kind.get(),
                    number && !marital && kind.get() != LetterCheck.Kind.NOT_AFTER_TODAY
                            ? Integer.valueOf(row.number())
                            : null,
                    kind.get().isAboutDate() ? row.field() : null,
                    marital ? statuses(row.number()) : List.of(),
                    YES.equals(row.refuses()),
                    row.hint()));
        }
        return read;
    }

    List<LetterSigner> signers(FieldErrors errors, Texts texts) {
        List<LetterSigner> read = new ArrayList<>();
        for (Signer row : signers) {
            Optional<LetterSigner.Role> role = constant(LetterSigner.Role.values(), row.role());
            if (role.isEmpty()) {
                errors.add("ttd", texts.of("form.required"));
                continue;
            }
            boolean asks = role.get().isOutside()
                    && row.field() != null
                    && !row.field().isBlank();
            String field = role.get().isNamedByField() || asks ? row.field() : null;
            read.add(new LetterSigner(role.get(), field, YES.equals(row.acknowledges())));
        }
        return read;
    }

    static Set<Channel> channels(List<String> typed) {
        return typed == null
                ? Set.of()
                : typed.stream()
                        .flatMap(name -> constant(Channel.values(), name).stream())
                        .collect(Collectors.toSet());
    }

    private static List<MaritalStatus> statuses(String codes) {
        return LetterTypeForm.words(codes).stream()
                .flatMap(code -> Arrays.stream(MaritalStatus.values())
                        .filter(status -> String.valueOf(status.code()).equals(code)))
                .toList();
    }

    private static <E extends Enum<E>> Optional<E> constant(E[] constants, String name) {
        return Arrays.stream(constants).filter(one -> one.name().equals(name)).findFirst();
    }

    private static <T> List<T> padded(List<T> rows, T empty) {
        List<T> padded = new ArrayList<>(rows);
        for (int i = 0; i < EMPTY_ROWS; i++) {
            padded.add(empty);
        }
        return padded;
    }

    private static String yes(boolean claim) {
        return claim ? YES : "";
    }
}
