package id.smartkampung.village.book;

import id.smartkampung.web.text.Texts;
import id.smartkampung.web.time.Wib;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

/** Reads any book by the same questions. */
@ApplicationScoped
class BookReader {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Wib.LOCALE);

    private final PersonBooks persons;
    private final MutationBooks mutations;
    private final GuestBook guests;
    private final BalanceBooks balances;
    private final Texts texts;
    private final Clock clock;

    BookReader(
            PersonBooks persons,
            MutationBooks mutations,
            GuestBook guests,
            BalanceBooks balances,
            Texts texts,
            Clock clock) {
        this.persons = persons;
        this.mutations = mutations;
        this.guests = guests;
        this.balances = balances;
        this.texts = texts;
        this.clock = clock;
    }

    /** Rows behind the given person, the first of them with this number; books by the month come whole. */
    BookRows rows(Book book, BookScope scope, UUID after, int number, int limit) {
        return switch (book) {
            case B1 -> persons.main(scope.whole(), after, number, limit);
            case B2 -> mutations.mutations(scope);
            case B3 -> balances.recapitulation(scope);
            case B4 -> guests.rows(scope);
            case B5 -> persons.cards(scope.whole(), after, number, limit);
            case LAPORAN -> balances.report(scope);
        };
    }

    BookColumns columns(Book book) {
        return BookColumns.parse(texts.of("book.columns." + book.name()));
    }

    /** How many people are in a book that comes in parts; nought for those that come whole. */
    long count(Book book) {
        return book == Book.B1 || book == Book.B5 ? persons.count() : 0;
    }

    BookSheet sheet(Book book, BookScope scope, BookRows rows) {
        return new BookSheet(
                book, texts.of("book.title." + book.name()), subtitle(book, scope), columns(book), rows.rows());
    }

    private String subtitle(Book book, BookScope scope) {
        if (!book.isMonthly()) {
            return texts.of("book.today", Wib.date(Wib.dateOf(clock.instant())));
        }
        String month = monthName(scope.month());
        return book.hasBasis()
                ? texts.of(
                        "book.month",
                        month,
                        texts.of("book.basis." + scope.basis().name()))
                : texts.of("book.month-only", month);
    }

    private static String monthName(YearMonth month) {
        return MONTH.format(month);
    }
}
