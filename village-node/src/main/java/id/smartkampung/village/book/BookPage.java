package id.smartkampung.village.book;

import id.smartkampung.web.account.CurrentAccount;
import id.smartkampung.web.account.Roles;
import id.smartkampung.web.audit.Audit;
import id.smartkampung.web.error.RefusedException;
import id.smartkampung.web.layout.Layout;
import id.smartkampung.web.table.TableFile;
import id.smartkampung.web.table.TableLines;
import id.smartkampung.web.text.AddressQuery;
import id.smartkampung.web.text.Choice;
import id.smartkampung.web.text.Texts;
import id.smartkampung.web.time.Wib;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

/** The books of population administration, on the page and to take away. */
@Path("/buku")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class BookPage {

    private static final int PAGE = 50;
    private static final int CHUNK = 1000;
    private static final int LONGEST_PDF = 3000;
    private static final String PDF = "pdf";

    private final BookReader books;
    private final BookPrinter printer;
    private final CurrentAccount account;
    private final Layout layout;
    private final Audit audit;
    private final Texts texts;
    private final Clock clock;

    BookPage(
            BookReader books,
            BookPrinter printer,
            CurrentAccount account,
            Layout layout,
            Audit audit,
            Texts texts,
            Clock clock) {
        this.books = books;
        this.printer = printer;
        this.account = account;
        this.layout = layout;
        this.audit = audit;
        this.texts = texts;
        this.clock = clock;
    }

    /** A book in the list of books. */
    public record Shelf(String address, String title, String about) {}

    /** What the page of a book shows; next and first are addresses or null. */
    public record Opened(
            BookSheet sheet,
            YearMonth month,
            Basis basis,
            List<Choice> bases,
            long count,
            String first,
            String next,
            String query,
            boolean mayOpen) {}

    /** Templates of this page. */
    @CheckedTemplate(basePath = "book")
    static class Templates {

        static native TemplateInstance shelf(List<Shelf> books);

        static native TemplateInstance book(Opened opened);

        private Templates() {}
    }

    @GET
    public TemplateInstance shelf() {
        return Templates.shelf(Arrays.stream(Book.values())
                .map(book -> new Shelf(
                        book.address(), texts.of("book.title." + book.name()), texts.of("book.about." + book.name())))
                .toList());
    }

    @GET
    @Path("/{buku}")
    public TemplateInstance book(
            String buku, @RestQuery String bulan, @RestQuery String dasar, @RestQuery UUID setelah, @RestQuery int no) {
        Book book = find(buku);
        BookScope scope = scope(bulan, dasar, false);
        int number = setelah == null ? 1 : Math.max(1, no);
        BookRows rows = books.rows(book, scope, setelah, number, PAGE);
        String query = query(book, scope);
        String next = null;
        if (rows.next() != null) {
            next = "/buku/" + buku + "?" + query + "&setelah=" + rows.next() + "&no=" + (number + PAGE);
        }
        return Templates.book(new Opened(
                books.sheet(book, scope, rows),
                scope.month(),
                scope.basis(),
                Arrays.stream(Basis.values())
                        .map(basis -> new Choice(basis.address(), texts.of("book.basis." + basis.name())))
                        .toList(),
                books.count(book),
                setelah == null ? null : "/buku/" + buku + "?" + query,
                next,
                query,
                account.is(Roles.SEKDES) || account.is(Roles.ADMIN)));
    }

    /** The book as a file; what is secret stays masked. */
    @GET
    @Path("/{buku}/unduh")
    public Response masked(String buku, @RestQuery String bulan, @RestQuery String dasar, @RestQuery String jenis) {
        Book book = find(buku);
        BookScope scope = scope(bulan, dasar, false);
        audit.record("book-exported", "book/" + buku, List.of("masked"), query(book, scope));
        return file(book, scope, jenis);
    }

    /** Everything in the clear, for those who answer for it, with a reason. */
    @POST
    @Path("/{buku}/unduh")
    @RolesAllowed({Roles.SEKDES, Roles.ADMIN})
    public Response whole(
            String buku,
            @RestForm String bulan,
            @RestForm String dasar,
            @RestForm String jenis,
            @RestForm String alasan) {
        if (alasan == null || alasan.isBlank()) {
            throw new RefusedException(422, "reason-missing");
        }
        Book book = find(buku);
        audit.record("book-exported", "book/" + buku, List.of("whole"), alasan.strip());
        return file(book, scope(bulan, dasar, true), jenis);
    }

    /** What lacks those whom the account does not see says so, wherever it goes. */
    private Response file(Book book, BookScope scope, String format) {
        String reach = layout.getReach();
        String part = reach == null ? "" : "-sebagian";
        String name = "buku-" + book.address() + (book.isMonthly() ? "-" + scope.month() : "") + part;
        if (!PDF.equals(format)) {
            return new TableFile(name, books.columns(book).flat(), lines -> write(lines, book, scope)).as(format);
        }
        if (books.count(book) > LONGEST_PDF) {
            throw new RefusedException("book-too-long");
        }
        List<List<Object>> rows = new ArrayList<>();
        try {
            write(cells -> rows.add(new ArrayList<>(cells)), book, scope);
        } catch (IOException e) {
            throw new IllegalStateException("a book in memory was not written", e);
        }
        BookSheet sheet = books.sheet(book, scope, BookRows.all(rows));
        byte[] pdf = printer.print(reach == null ? sheet : sheet.within(texts.of("book.within", reach)));
        return Response.ok(pdf, "application/pdf")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + ".pdf\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private void write(TableLines lines, Book book, BookScope scope) throws IOException {
        UUID after = null;
        int number = 1;
        do {
            BookRows part = books.rows(book, scope, after, number, CHUNK);
            for (List<Object> row : part.rows()) {
                lines.add(row);
            }
            number += part.rows().size();
            after = part.next();
        } while (after != null);
    }

    private BookScope scope(String month, String basis, boolean whole) {
        YearMonth now = YearMonth.from(Wib.dateOf(clock.instant()));
        YearMonth wanted = now;
        if (AddressQuery.given(month) != null) {
            try {
                wanted = YearMonth.parse(month.strip());
            } catch (DateTimeException e) {
                wanted = now;
            }
        }
        if (wanted.isAfter(now)) {
            throw new RefusedException("book-future");
        }
        return new BookScope(wanted, Basis.named(basis), whole);
    }

    private static String query(Book book, BookScope scope) {
        return new AddressQuery()
                .with("bulan", book.isMonthly() ? scope.month().toString() : null)
                .with("dasar", book.hasBasis() ? scope.basis().address() : null)
                .toString();
    }

    private static Book find(String address) {
        return Book.named(address).orElseThrow(NotFoundException::new);
    }
}
