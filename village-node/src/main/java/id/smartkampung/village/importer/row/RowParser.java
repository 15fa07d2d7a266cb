package id.smartkampung.village.importer.row;

import id.smartkampung.model.identity.Nik;
import id.smartkampung.model.identity.NoKk;
import id.smartkampung.model.vocabulary.Coded;
import id.smartkampung.model.vocabulary.Pregnancy;
import id.smartkampung.model.vocabulary.Sex;
import id.smartkampung.village.importer.sheet.SheetRow;
import id.smartkampung.village.value.NikWarnings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Turns one line of the file into a person, cell by cell; a bad cell never stops the others. */
public final class RowParser {

    private static final int LONGEST_TEXT = 255;

    private final Header header;
    private final boolean from1904;
    private final LocalDate today;

    public RowParser(Header header, boolean from1904, LocalDate today) {
        this.header = header;
        this.from1904 = from1904;
        this.today = today;
    }

    public ParsedRow parse(SheetRow row) {
        List<Finding> findings = new ArrayList<>();
        ParsedRow parsed = new ParsedRow(row.number(), findings);
        for (Map.Entry<ImportColumn, Integer> entry : header.positions().entrySet()) {
            String text = CellText.cleaned(row.cell(entry.getValue()));
            if (CellText.isDash(text)) {
                parsed.stateNone(entry.getKey());
            } else if (!text.isEmpty()) {
                put(parsed, entry.getKey(), text, row.isNumber(entry.getValue()));
            }
        }
        addRowFindings(parsed);
        return parsed;
    }

    private void put(ParsedRow row, ImportColumn column, String text, boolean number) {
        String plain = number ? CellText.plainNumber(text) : text;
        switch (column.kind()) {
            case TEXT, NAME -> putText(row, column, plain);
            case NIK, NO_KK, PARENT_NIK -> putIdentity(row, column, plain, number);
            case DATE -> putDate(row, column, CellText.withoutTextMark(plain));
            case CODE -> putCode(row, column, CellText.withoutTextMark(plain));
            case DUSUN -> putDusun(row, column, plain);
            case RT_RW -> putRtRw(row, column, CellText.withoutTextMark(plain));
            case COORDINATE -> putCoordinate(row, column, CellText.withoutTextMark(plain));
            case CARD_TAG -> putCardTag(row, column, CellText.withoutTextMark(plain));
        }
    }

    private static void putText(ParsedRow row, ImportColumn column, String text) {
        if (text.length() > LONGEST_TEXT) {
            row.findings().add(Finding.of(row.number(), column, Problem.TOO_LONG, CellText.shown(text)));
            return;
        }
        row.put(column, text);
    }

    private static void putIdentity(ParsedRow row, ImportColumn column, String text, boolean number) {
        String digits = CellText.withoutTextMark(text).replace(" ", "");
        if (CellText.isNone(digits) || CellText.isZero(digits)) {
            return;
        }
        Problem problem = identityProblem(digits, number);
        if (problem == null) {
            row.put(column, column.kind() == Kind.NO_KK ? new NoKk(digits) : new Nik(digits));
            return;
        }
        row.findings().add(Finding.of(row.number(), column, identityProblem(column, problem), CellText.masked(digits)));
    }

    private static Problem identityProblem(String digits, boolean number) {
        if (CellText.isScientific(digits) || (number && digits.indexOf('.') > 0)) {
            return Problem.NUMBER_DESTROYED;
        }
        if (!digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Problem.NIK_NOT_DIGITS;
        }
        if (digits.length() != 16) {
            return Problem.NIK_LENGTH;
        }
        return number && digits.endsWith("0") ? Problem.NUMBER_DESTROYED : null;
    }

    /** The number of a parent is a remark, so it is left out rather than the child. */
    private static Problem identityProblem(ImportColumn column, Problem problem) {
        return switch (column.kind()) {
            case PARENT_NIK -> Problem.PARENT_NIK_DROPPED;
            case NO_KK -> problem == Problem.NUMBER_DESTROYED ? problem : Problem.NO_KK_LENGTH;
            default -> problem;
        };
    }

    private void putDate(ParsedRow row, ImportColumn column, String text) {
        if (DateText.isNone(text)) {
            return;
        }
        // Only a passport and its like may end in days to come.
        LocalDate latest = column == ImportColumn.PASSPORT_EXPIRES_ON ? LocalDate.MAX : today;
        DateText.Result result = DateText.parse(text, from1904, latest);
        if (result.problem() == null) {
            row.put(column, result.date());
            return;
        }
        row.findings().add(Finding.of(row.number(), column, result.problem(), CellText.shown(text)));
    }

    private static void putCode(ParsedRow row, ImportColumn column, String text) {
        if (CellText.isZero(text)) {
            return;
        }
        Coded entry = CodeTexts.find(column.vocabulary(), text);
        if (entry == null) {
            row.findings().add(Finding.of(row.number(), column, Problem.CODE_UNKNOWN, CellText.shown(text)));
            return;
        }
        row.put(column, entry);
    }

    private static void putDusun(ParsedRow row, ImportColumn column, String text) {
        String name = CellText.cleaned(text.replace('_', ' ')).toUpperCase(Locale.ROOT);
        String bare = name.replaceFirst("^DUSUN\\s+", "");
        if (!CellText.isNone(bare)) {
            putText(row, column, bare);
        }
    }

    private static void putRtRw(ParsedRow row, ImportColumn column, String text) {
        if (CellText.isNone(text) || CellText.isZero(text)) {
            row.stateNone(column);
            return;
        }
        // Spreadsheets eat the zeros in front: 4 and 004 are the same RT.
        putText(row, column, text.matches("\\d{1,2}") ? "0".repeat(3 - text.length()) + text : text);
    }

    private static void putCoordinate(ParsedRow row, ImportColumn column, String text) {
        double degrees = text.matches("-?\\d{1,3}([.,]\\d{1,20})?") ? Double.parseDouble(text.replace(',', '.')) : 999;
        if (Math.abs(degrees) > (column == ImportColumn.LATITUDE ? 90 : 180)) {
            row.findings().add(Finding.of(row.number(), column, Problem.COORDINATE_FORM, CellText.shown(text)));
            return;
        }
        row.put(column, degrees);
    }

    private static void putCardTag(ParsedRow row, ImportColumn column, String text) {
        if (text.length() < 10 || text.length() > 17) {
            row.findings().add(Finding.of(row.number(), column, Problem.CARD_TAG_LENGTH, CellText.masked(text)));
        }
        putText(row, column, text);
    }

    /** Remarks that need more than one cell; a cell that is wrong already is not blamed twice. */
    private static void addRowFindings(ParsedRow row) {
        if (row.text(ImportColumn.FULL_NAME) == null && !blamed(row, ImportColumn.FULL_NAME)) {
            row.findings().add(Finding.of(row.number(), ImportColumn.FULL_NAME, Problem.NAME_MISSING, ""));
        }
        addIfMissing(row, ImportColumn.NIK, Problem.NIK_MISSING);
        addIfMissing(row, ImportColumn.NO_KK, Problem.NO_KK_MISSING);
        addIfMissing(row, ImportColumn.SEX, Problem.SEX_MISSING);
        addIfMissing(row, ImportColumn.BORN_ON, Problem.BORN_ON_MISSING);
        if (row.sex() == Sex.MALE && row.value(ImportColumn.PREGNANCY) == Pregnancy.PREGNANT) {
            row.findings().add(Finding.of(row.number(), ImportColumn.PREGNANCY, Problem.PREGNANT_MAN, ""));
        }
        LocalDate bornOn = row.date(ImportColumn.BORN_ON);
        Problem differs = row.nik() == null ? null : remark(row.nik(), bornOn, row.sex());
        if (differs != null) {
            row.findings().add(Finding.of(row.number(), ImportColumn.NIK, differs, shown(row, differs, bornOn)));
        }
    }

    /** At most one remark about a NIK, the weightier one. */
    private static Problem remark(Nik nik, LocalDate bornOn, Sex sex) {
        if (nik.value().charAt(0) == '0') {
            return Problem.NIK_TEMPORARY;
        }
        Set<NikWarnings> warnings = NikWarnings.of(nik, bornOn, sex);
        if (warnings.contains(NikWarnings.BIRTH_DATE)) {
            return Problem.NIK_BORN_ON;
        }
        return warnings.contains(NikWarnings.SEX) ? Problem.NIK_SEX : null;
    }

    private static void addIfMissing(ParsedRow row, ImportColumn column, Problem problem) {
        if (row.value(column) == null && !blamed(row, column)) {
            row.findings().add(Finding.of(row.number(), column, problem, ""));
        }
    }

    private static boolean blamed(ParsedRow row, ImportColumn column) {
        return row.findings().stream().anyMatch(finding -> finding.column().equals(column.header()));
    }

    private static String shown(ParsedRow row, Problem problem, LocalDate bornOn) {
        String masked = row.nik().masked();
        return problem == Problem.NIK_BORN_ON ? masked + " / " + bornOn.getYear() : masked;
    }
}
