package id.smartkampung.village.area;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import id.smartkampung.deploy.testsupport.TestAccounts;
import id.smartkampung.model.identity.NoKk;
import id.smartkampung.model.resident.ResidentField;
import id.smartkampung.model.vocabulary.Relationship;
import id.smartkampung.village.Clerk;
import id.smartkampung.village.change.Mutation;
import id.smartkampung.village.letter.WaitingLetter;
import id.smartkampung.village.register.Resident;
import id.smartkampung.village.register.ResidentService;
import id.smartkampung.village.register.Residents;
import id.smartkampung.village.request.Request;
import id.smartkampung.web.account.Roles;
import id.smartkampung.web.time.Wib;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BoundAccountTest {

    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)\"");
    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]*}");
    private static final Set<String> LEFT_OUT = Set.of("/panduan", "/webjars", "/_kampung", "/_static", "/keluar");
    private static final int PAGES = 250;

    @Inject
    ResidentService residents;

    @Inject
    Clock clock;

    private final String place = UUID.randomUUID().toString().substring(0, 8);
    private final String inside = "DALAM " + place;
    private final String insider = "Dalam" + letters(place);
    private final String outsider = "Luar" + letters(place);

    private Clerk operator;
    private Clerk bound;
    private Resident near;
    private Resident far;
    private String farRequest;
    private String waitingRequest;
    private String farLetter;
    private UUID farMutation;

    @BeforeEach
    void aVillageWithSomebodyInEachOfTwoDusun() {
        operator = Clerk.as(Roles.OPERATOR);
        Clerk kades = Clerk.as(Roles.KADES);
        near = register("Ibu " + insider, inside, Residents.aCard(), Relationship.HEAD);
        NoKk card = Residents.aCard();
        far = register("Ibu " + outsider, "LUAR " + place, card, Relationship.HEAD);
        Resident dead = register("Adik " + outsider, "LUAR " + place, card, Relationship.CHILD);
        WaitingLetter.of(operator, near.id).signed(kades);
        WaitingLetter signed = WaitingLetter.of(operator, far.id);
        farRequest = signed.request();
        farLetter = signed.signed(kades).toString();
        waitingRequest = WaitingLetter.of(operator, far.id).request();
        death(far, dead).signed(kades);
        farMutation = read(() -> Mutation.listByResident(dead.id)).get(0).id;
        bound = bound(Roles.OPERATOR, "batasiWilayah", "ya", "wilayah", inside + "||");
    }

    @Test
    void onNoPageStandsAnybodyOfAnotherDusun() {
        Set<String> seen = walk(bound, outsider);
        assertThat(seen).as("pages with somebody of another dusun").isEmpty();
        assertThat(walk(bound, insider)).hasSizeGreaterThan(3);
        assertThat(walk(operator, outsider)).as("the walk sees who is there").hasSizeGreaterThan(3);
    }

    @Test
    void noAddressOfAnotherDusunIsAnswered() {
        for (String path : paths(GET.class)) {
            for (String address : addresses(path)) {
                Response answer = bound.get(address);
                assertThat(Answered.text(answer)).as(address).doesNotContain(outsider.toLowerCase(Locale.ROOT));
                assertThat(answer.statusCode()).as(address).isNotEqualTo(500);
            }
        }
        for (String address : List.of(
                "/penduduk/" + far.id,
                "/penduduk/" + far.id + "/ubah",
                "/keluarga/" + far.familyId,
                "/permohonan/" + farRequest,
                "/permohonan/" + waitingRequest + "/surat",
                "/tanda-tangan/" + waitingRequest,
                "/surat/" + farLetter,
                "/surat/" + farLetter + "/cetak",
                "/peristiwa/" + farMutation)) {
            assertThat(bound.get(address).statusCode()).as(address).isEqualTo(404);
            assertThat(operator.get(address).statusCode()).as(address).isEqualTo(200);
        }
    }

    @Test
    void nothingOfAnotherDusunIsChanged() {
        int version = stored(far).version;
        bound.get("/penduduk");
        for (String path : paths(POST.class)) {
            for (String address : addresses(path)) {
                Response answer = bound.post(address, "version", Integer.toString(version), "alasan", "uji coba");
                assertThat(Answered.text(answer)).as(address).doesNotContain(outsider.toLowerCase(Locale.ROOT));
            }
        }
        assertThat(stored(far).version).isEqualTo(version);
        assertThat(read(() -> Request.<Request>findById(UUID.fromString(waitingRequest))
                        .state
                        .name()))
                .isEqualTo("AWAITING_SIGNATURE");
    }

    @Test
    void theSearchFindsOnlyOnesOwn() {
        bound.get("/penduduk");
        String own = bound.follow(bound.post("/penduduk", "nama", insider));
        String others = bound.follow(bound.post("/penduduk", "nama", outsider));
        assertThat(own).contains(insider);
        assertThat(others).doesNotContain("Ibu " + outsider);
        Response number = bound.post("/penduduk", "nama", far.nik.value());
        assertThat(number.asString()).doesNotContain(outsider);
    }

    @Test
    void nobodyIsMovedOutOfSight() {
        bound.get("/penduduk");
        String form = bound.get("/penduduk/" + near.id + "/ubah").asString();
        assertThat(form).contains(insider);
        assertThat(form).contains("Akun terbatas").contains(inside);
    }

    @Test
    void afterABoundAccountEverybodyElseSeesAllAgain() {
        for (int i = 0; i < 20; i++) {
            assertThat(bound.get("/penduduk/" + far.id).statusCode()).isEqualTo(404);
            assertThat(operator.get("/penduduk/" + far.id).statusCode()).isEqualTo(200);
        }
        assertThat(stored(far).fullName).contains(outsider);
    }

    @Test
    void anAccountUsesOnlyThePartsItIsGiven() {
        Clerk counter = bound(Roles.OPERATOR, "batasiBagian", "ya", "bagian", "requests");
        assertThat(counter.get("/permohonan").statusCode()).isEqualTo(200);
        for (String closed : List.of("/penduduk", "/keluarga", "/buku", "/peristiwa", "/surat", "/impor")) {
            assertThat(counter.get(closed).statusCode()).as(closed).isEqualTo(403);
        }
        assertThat(counter.get("/permohonan").asString())
                .contains("href=\"/permohonan\"")
                .doesNotContain("href=\"/penduduk\"");
    }

    @Test
    void theWholeVillageIsNotForAnAccountOfOneDusun() {
        assertThat(bound.get("/impor").statusCode()).isEqualTo(403);
        assertThat(bound.get("/sinkronisasi").statusCode()).isEqualTo(403);
    }

    @Test
    void anAdminIsBoundToNothingAndNobodyToWhatIsNotThere() {
        Clerk admin = Clerk.as(Roles.ADMIN);
        Clerk other = Clerk.as(Roles.ADMIN);
        String page = admin.get("/akun-pengguna").asString();
        assertThat(page).doesNotContain("Batas akun Nama " + other.username());
        Clerk clerk = Clerk.as(Roles.OPERATOR);
        String address = address(admin, clerk);
        assertThat(admin.post(address, "batasiWilayah", "ya", "wilayah", "TIDAK ADA||")
                        .statusCode())
                .isEqualTo(409);
        assertThat(admin.post(address, "batasiWilayah", "ya").statusCode()).isEqualTo(409);
        assertThat(operator.post(address, "batasiWilayah", "").statusCode()).isEqualTo(403);
    }

    /** The pages, of all that links lead to, on which a word stands. */
    private static Set<String> walk(Clerk clerk, String word) {
        Deque<String> coming = new ArrayDeque<>(List.of("/", "/permohonan", "/penduduk", "/keluarga", "/peristiwa"));
        coming.addAll(List.of("/buku", "/surat", "/surat/ekspedisi", "/tanda-tangan"));
        coming.addAll(List.of("/penduduk/unduh", "/penduduk/unduh?jenis=csv", "/keluarga/unduh", "/permohonan/unduh"));
        coming.addAll(List.of("/surat/unduh", "/surat/ekspedisi/unduh", "/peristiwa/unduh", "/cari?q=" + word));
        Set<String> known = new LinkedHashSet<>(coming);
        Set<String> found = new TreeSet<>();
        int visited = 0;
        while (!coming.isEmpty() && visited < PAGES) {
            String address = coming.poll();
            Response answer = clerk.get(address);
            visited++;
            assertThat(answer.statusCode()).as(address).isNotEqualTo(500);
            String text = Answered.text(answer);
            if (text.contains(word.toLowerCase(Locale.ROOT))) {
                found.add(address);
            }
            Matcher links = LINK.matcher(answer.asString());
            while (links.find()) {
                String link = links.group(1).replace("&amp;", "&");
                boolean leftOut = LEFT_OUT.stream().anyMatch(link::startsWith);
                if (!leftOut && known.add(link)) {
                    coming.add(link);
                }
            }
        }
        // the box of a search repeats what was typed
        found.remove("/cari?q=" + word);
        return found;
    }

    /** The addresses of all pages of the program that name something by its id. */
    private static List<String> paths(Class<? extends Annotation> verb) {
        List<String> paths = new ArrayList<>();
        for (JavaClass page : new ClassFileImporter(List.of(new ImportOption.DoNotIncludeTests()))
                .importPackages("id.smartkampung.village")) {
            if (!page.isAnnotatedWith(Path.class)) {
                continue;
            }
            for (JavaMethod method : page.getMethods()) {
                if (method.isAnnotatedWith(verb)) {
                    String below = method.isAnnotatedWith(Path.class)
                            ? method.getAnnotationOfType(Path.class).value()
                            : "";
                    paths.add(page.getAnnotationOfType(Path.class).value() + below);
                }
            }
        }
        assertThat(paths).hasSizeGreaterThan(30);
        return paths.stream().filter(path -> path.contains("{")).toList();
    }

    private List<String> addresses(String path) {
        return List.of(
                        far.id.toString(),
                        far.familyId.toString(),
                        farRequest,
                        waitingRequest,
                        farLetter,
                        farMutation.toString())
                .stream()
                .map(id -> VARIABLE.matcher(path.replace("{what}", "nik")).replaceAll(id))
                .toList();
    }

    private static Clerk bound(String role, String... form) {
        Clerk admin = Clerk.as(Roles.ADMIN);
        Clerk clerk = Clerk.as(role);
        assertThat(admin.post(address(admin, clerk), form).statusCode()).isEqualTo(303);
        assertThat(clerk.get("/penduduk").statusCode()).as("logged out").isEqualTo(303);
        clerk.login(clerk.username(), TestAccounts.PASSWORD);
        return clerk;
    }

    private static String address(Clerk admin, Clerk clerk) {
        Matcher link = Pattern.compile("href=\"(/akun-pengguna/[0-9a-f-]{36}/batas)\" aria-label=\"Batas akun Nama "
                        + clerk.username() + "\"")
                .matcher(admin.get("/akun-pengguna").asString());
        assertThat(link.find()).isTrue();
        admin.get(link.group(1));
        return link.group(1);
    }

    private Resident register(String name, String dusun, NoKk card, Relationship relationship) {
        return residents.register(
                Residents.named(name)
                        .set(ResidentField.DUSUN, dusun)
                        .set(ResidentField.RELATIONSHIP, relationship)
                        .onFamilyCard(card, null),
                Residents.anOfficer());
    }

    private WaitingLetter death(Resident applicant, Resident deceased) {
        LocalDate yesterday = Wib.dateOf(clock.instant()).minusDays(1);
        return WaitingLetter.of(
                operator,
                applicant.id,
                "MATI",
                "nik_almarhum",
                "r:" + deceased.id,
                "waktu_mati",
                yesterday + "T10:30",
                "tempat_mati",
                "Rumah",
                "sebab",
                "sakit biasa/tua",
                "penerang",
                "Dokter",
                "pemakaman",
                "Makam desa",
                "pelapor_nik",
                "r:" + applicant.id,
                "saksi.lain",
                "Saksi Satu");
    }

    /** Names have no digits. */
    private static String letters(String hex) {
        StringBuilder letters = new StringBuilder();
        hex.chars().forEach(c -> letters.append((char) ('a' + Character.digit(c, 16))));
        return letters.toString();
    }

    private static Resident stored(Resident resident) {
        return read(() -> Resident.findById(resident.id));
    }

    private static <T> T read(Callable<T> reading) {
        return QuarkusTransaction.requiringNew().call(reading);
    }
}
