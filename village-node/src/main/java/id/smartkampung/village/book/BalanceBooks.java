package id.smartkampung.village.book;

import id.smartkampung.model.change.MutationKind;
import id.smartkampung.web.text.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The books that count: B.3 by dusun, and the monthly report of the whole village. */
@ApplicationScoped
class BalanceBooks {

    private final BalanceQueries balances;
    private final Texts texts;

    BalanceBooks(BalanceQueries balances, Texts texts) {
        this.balances = balances;
        this.texts = texts;
    }

    /** A row for each dusun, and one for the village. */
    BookRows recapitulation(BookScope scope) {
        Map<String, Balance> byDusun = balances.byDusun(scope.month(), scope.basis());
        List<List<Object>> rows = new ArrayList<>();
        byDusun.forEach((dusun, balance) ->
                rows.add(row(rows.size() + 1, dusun.isEmpty() ? texts.of("book.no-dusun") : dusun, balance)));
        rows.add(row(null, texts.of("book.total"), Balance.sum(byDusun.values())));
        return BookRows.all(rows);
    }

    /** A line for the beginning, each kind of mutation, and the end. */
    BookRows report(BookScope scope) {
        Balance balance =
                Balance.sum(balances.byDusun(scope.month(), scope.basis()).values());
        List<List<Object>> rows = new ArrayList<>();
        rows.add(line(
                texts.of("book.opening"), balance.opening(), balance.before().heads()));
        for (MutationKind kind : MutationKind.values()) {
            String sign = kind.isAdding() ? "book.plus" : "book.minus";
            rows.add(line(texts.of(sign, texts.of("mutation.kind." + kind.name())), balance.flow(kind), null));
        }
        rows.add(line(
                texts.of("book.closing"), balance.closing(), balance.after().heads()));
        return BookRows.all(rows);
    }

    private List<Object> row(Integer number, String dusun, Balance balance) {
        List<Object> row = new ArrayList<>();
        row.add(number);
        row.add(dusun);
        row.addAll(balance.opening().official());
        row.add(balance.before().heads());
        row.add(balance.before().others());
        row.add(balance.opening().total());
        row.addAll(balance.born().official());
        row.addAll(balance.came().official());
        row.addAll(balance.died().official());
        row.addAll(balance.left().official());
        row.addAll(balance.closing().official());
        row.add(balance.after().heads());
        row.add(balance.after().others());
        row.add(balance.closing().total());
        long unknown = balance.closing().unknown();
        row.add(unknown == 0 ? null : texts.of("book.unknown-sex", unknown));
        return row;
    }

    private static List<Object> line(String label, Counts counts, Long heads) {
        List<Object> line = new ArrayList<>();
        line.add(label);
        line.addAll(counts.official());
        line.add(counts.unknown());
        line.add(counts.total());
        line.add(heads);
        return line;
    }
}
