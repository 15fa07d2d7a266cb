package id.smartkampung.deploy.launcher;

import id.smartkampung.deploy.regency.Clerk;
import id.smartkampung.deploy.regency.ProgramProcess;
import id.smartkampung.deploy.regency.Rows;
import id.smartkampung.deploy.servers.Database;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/** Some requests that a village begins with, handed in and led on through its pages as its officers do. */
public final class DemoRequests {

    /** Code of the letter, what it is for, and what is filled in besides: field=value, separated by semicolons. */
    private static final List<String[]> WISHES = read();

    /** From just handed in to waiting for the signature; only who signs leads on from there. */
    private static final int STEPS_AT_MOST = 2;

    private static final String HEAD = "Hadi Purnomo";

    /** The heads of ten families that still live there. */
    private static final String APPLICANTS =
            "select id from resident where relationship = 1 and base_status = 1 order by name_key, id limit "
                    + WISHES.size();

    private final Path done;
    private final ProgramProcess village;
    private final Database database;

    public DemoRequests(ProgramProcess village, Database database) {
        this.done = village.folder().resolve("requested");
        this.village = village;
        this.database = database;
    }

    /** Once per village; one that has no residents has nobody who asks. */
    public void makeOnce() throws IOException, SQLException {
        if (Files.exists(done)) {
            return;
        }
        List<String> applicants = Rows.of(database, APPLICANTS);
        Clerk operator = Clerk.at(village.url(), "operator", Summary.PASSWORD);
        Clerk secretary = Clerk.at(village.url(), "sekdes", Summary.PASSWORD);
        secretary.submit(
                secretary.open("/kantor").form("/kantor/penanda-tangan"), Map.of("nama", HEAD, "dasar", "HEAD"));
        tie(Clerk.at(village.url(), "admin", Summary.PASSWORD));
        for (int number = 0; number < applicants.size(); number++) {
            String[] wish = WISHES.get(number);
            String address = "/permohonan/baru?warga=" + applicants.get(number) + "&jenis=" + wish[0];
            Clerk.Page request =
                    operator.submit(operator.open(address).form("/permohonan/baru"), Map.of("keperluan", wish[1]));
            fill(operator, request.address().getPath(), wish[2]);
            lead(secretary, request.address().getPath(), number % (STEPS_AT_MOST + 1));
        }
        Files.writeString(done, applicants.size() + " requests\n");
    }

    /** The account of the village head signs as the village head. */
    private static void tie(Clerk admin) throws IOException {
        FormElement form = admin.open("/kantor").form("/kantor/penanda-tangan/");
        String head = form.select("option:contains(Kepala desa)").attr("value");
        admin.submit(form, Map.of("akun", head));
    }

    private static void fill(Clerk operator, String address, String answers) throws IOException {
        Clerk.Page page = operator.open(address + "/surat");
        Map<String, String> values = new LinkedHashMap<>();
        Optional.ofNullable(page.content().selectFirst("select[name=penandaTangan] option[value~=^[0-9a-f-]{36}$]"))
                .ifPresent(head -> values.put("penandaTangan", head.attr("value")));
        for (String answer : answers.split(";")) {
            String[] parts = answer.split("=", 2);
            values.put("i." + parts[0], parts[1]);
        }
        operator.submit(page.form(address + "/surat"), values);
    }

    private static void lead(Clerk secretary, String address, int steps) throws IOException {
        for (int step = 0; step < steps; step++) {
            Clerk.Page page = secretary.open(address);
            Optional<Element> forward =
                    Optional.ofNullable(page.content().selectFirst("form button.btn-utama[name=ke]"));
            if (forward.isEmpty()) {
                return;
            }
            secretary.press(page.form(address + "/langkah"), forward.get(), Map.of());
        }
    }

    private static List<String[]> read() {
        try (InputStream file = DemoRequests.class.getResourceAsStream("demo-requests.csv")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split(",", 3))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the requests of the demonstration cannot be read", e);
        }
    }
}
