package id.smartkampung.village.importer.row;

import id.smartkampung.model.identity.Nik;
import id.smartkampung.model.identity.NoKk;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Sees all rows once and keeps of each only what the others have to be compared with. */
final class Surveyor {

    private final boolean knowsHeads;
    private final Map<Long, Integer> rowsByNik = new HashMap<>();
    private final Map<String, Integer> rowsByPerson = new HashMap<>();
    private final Map<Long, FamilySeen> families = new HashMap<>();
    private final Map<String, int[]> totals = new HashMap<>();
    private final Map<Integer, List<Finding>> findings = new HashMap<>();
    private int rows;

    /** One family card: where it begins, and which row speaks for it. */
    private static final class FamilySeen {

        private final int firstRow;
        private int headRow;
        private int place;

        private FamilySeen(int firstRow) {
            this.firstRow = firstRow;
        }
    }

    Surveyor(boolean knowsHeads) {
        this.knowsHeads = knowsHeads;
    }

    void see(ParsedRow row) {
        rows++;
        seePerson(row);
        if (row.noKk() != null) {
            seeFamily(row, row.noKk());
        }
        if (row.isCounted()) {
            String dusun = Objects.requireNonNullElse(row.text(ImportColumn.DUSUN), "");
            int column = row.sex() == null ? 2 : row.sex().code() - 1;
            totals.computeIfAbsent(dusun, any -> new int[3])[column]++;
        }
    }

    Survey survey(List<Header.Recognised> columns, boolean guessedEncoding) {
        if (knowsHeads) {
            families.values().stream()
                    .filter(family -> family.headRow == 0)
                    .forEach(family -> add(family.firstRow, ImportColumn.NO_KK, Problem.HEAD_MISSING, "", ""));
        }
        List<Survey.DusunTotal> byDusun = totals.entrySet().stream()
                .map(entry -> total(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingInt(Survey.DusunTotal::all)
                        .reversed()
                        .thenComparing(Survey.DusunTotal::dusun))
                .toList();
        return new Survey(rows, families.size(), columns, guessedEncoding, byDusun, findings);
    }

    private void seePerson(ParsedRow row) {
        Nik nik = row.nik();
        if (nik != null) {
            Integer other = rowsByNik.putIfAbsent(Long.valueOf(nik.value()), row.number());
            if (other != null) {
                addToBoth(row.number(), other, ImportColumn.NIK, Problem.NIK_TWICE, nik.masked());
            }
            return;
        }
        String name = row.text(ImportColumn.FULL_NAME);
        if (name == null) {
            return;
        }
        String person = row.noKk() == null ? "" : row.noKk().value();
        person += "|" + row.date(ImportColumn.BORN_ON) + "|" + name.toLowerCase(Locale.ROOT);
        Integer other = rowsByPerson.putIfAbsent(person, row.number());
        if (other != null) {
            addToBoth(row.number(), other, ImportColumn.FULL_NAME, Problem.PERSON_TWICE, "");
        }
    }

    private void seeFamily(ParsedRow row, NoKk noKk) {
        FamilySeen family = families.computeIfAbsent(Long.valueOf(noKk.value()), any -> new FamilySeen(row.number()));
        if (!row.isHead()) {
            return;
        }
        int place = Objects.hash(
                row.text(ImportColumn.ADDRESS),
                row.text(ImportColumn.DUSUN),
                row.text(ImportColumn.RW),
                row.text(ImportColumn.RT));
        if (family.headRow == 0) {
            family.headRow = row.number();
            family.place = place;
            return;
        }
        // The address of a family is that of its head: two heads at two places would move it to and fro at every run.
        Problem problem = family.place == place ? Problem.SECOND_HEAD : Problem.SECOND_HEAD_ELSEWHERE;
        add(row.number(), ImportColumn.RELATIONSHIP, problem, "", String.valueOf(family.headRow));
    }

    private void addToBoth(int row, int other, ImportColumn column, Problem problem, String shown) {
        add(row, column, problem, shown, String.valueOf(other));
        if (findings.getOrDefault(other, List.of()).stream().noneMatch(finding -> finding.problem() == problem)) {
            add(other, column, problem, shown, String.valueOf(row));
        }
    }

    private void add(int row, ImportColumn column, Problem problem, String shown, String detail) {
        findings.computeIfAbsent(row, any -> new ArrayList<>(1)).add(Finding.of(row, column, problem, shown, detail));
    }

    private static Survey.DusunTotal total(String dusun, int[] counts) {
        return new Survey.DusunTotal(dusun, counts[0], counts[1], counts[2]);
    }
}
