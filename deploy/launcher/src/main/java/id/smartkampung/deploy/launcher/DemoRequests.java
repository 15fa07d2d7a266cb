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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Element;

/** Some requests that a village begins with, handed in and led on through its pages as its officers do. */
final class DemoRequests {

    /** Code of the letter, and what it is for. */
    private static final List<String[]> WISHES = read();

    /** From just handed in to handed over. */
    private static final int STEPS_AT_MOST = 4;

    /** The heads of ten families that still live there. */
    private static final String APPLICANTS =
            "select id from resident where relationship = 1 and base_status = 1 order by name_key, id limit "
                    + WISHES.size();

    private final Path done;
    private final ProgramProcess village;
    private final Database database;

    DemoRequests(ProgramProcess village, Database database) {
        this.done = village.folder().resolve("requested");
        this.village = village;
        this.database = database;
    }

    /** Once per village; one that has no residents has nobody who asks. */
    void makeOnce() throws IOException, SQLException {
        if (Files.exists(done)) {
            return;
        }
        List<String> applicants = Rows.of(database, APPLICANTS);
        Clerk operator = Clerk.at(village.url(), "operator", Summary.PASSWORD);
        Clerk secretary = Clerk.at(village.url(), "sekdes", Summary.PASSWORD);
        for (int number = 0; number < applicants.size(); number++) {
            String[] wish = WISHES.get(number);
            String address = "/permohonan/baru?warga=" + applicants.get(number) + "&jenis=" + wish[0];
            Clerk.Page request =
                    operator.submit(operator.open(address).form("/permohonan/baru"), Map.of("keperluan", wish[1]));
            lead(secretary, request.address().getPath(), number % (STEPS_AT_MOST + 1));
        }
        Files.writeString(done, applicants.size() + " requests\n");
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
                    .map(line -> line.split(",", 2))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the requests of the demonstration cannot be read", e);
        }
    }
}
