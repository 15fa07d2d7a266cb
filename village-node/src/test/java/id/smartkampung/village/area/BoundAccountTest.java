package id.smartkampung.village.area;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import id.smartkampung.model.request.RequestState;
import id.smartkampung.village.Clerk;
import id.smartkampung.village.delivery.Delivery;
import id.smartkampung.village.delivery.DeliveryState;
import id.smartkampung.village.request.Request;
import id.smartkampung.web.account.Roles;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BoundAccountTest {

    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)\"");
    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]*}");
    private static final Set<String> LEFT_OUT =
            Set.of("/panduan", "/webjars", "/_kampung", "/_static", "/keluar", "/akun");

    /** Where one begins who looks for everything: each part of the program, and each of its files. */
    private static final List<String> BEGINNINGS = List.of(
            "/",
            "/permohonan",
            "/penduduk",
            "/keluarga",
            "/peristiwa",
            "/antar",
            "/buku",
            "/surat",
            "/surat/ekspedisi",
            "/tanda-tangan",
            "/penduduk/unduh",
            "/keluarga/unduh",
            "/permohonan/unduh",
            "/surat/unduh",
            "/surat/ekspedisi/unduh",
            "/peristiwa/unduh");

    /** More than there are for a few people, so that a page that leads on without end is found. */
    private static final int PAGES = 2500;

    private TwoDusun dusun;
    private Clerk bound;

    @BeforeEach
    void aVillageWithSomebodyInEachOfTwoDusun() {
        dusun = TwoDusun.once();
        bound = dusun.bound();
    }

    @Test
    void onNoPageStandsAnybodyOfAnotherDusun() {
        Map<String, String> pages = walk(bound);

        assertThat(with(pages, dusun.outsider()))
                .as("pages with somebody of another dusun")
                .isEmpty();
        assertThat(with(pages, dusun.outside()))
                .as("pages with the name of another dusun")
                .isEmpty();
        assertThat(with(pages, dusun.insider())).as("pages with one's own").hasSizeGreaterThan(3);
        assertThat(Answered.text(dusun.operator().get("/penduduk/unduh")))
                .as("what an account sees that is not bound")
                .contains(dusun.outsider().toLowerCase(Locale.ROOT));
    }

    @Test
    void noAddressOfAnotherDusunIsAnswered() {
        for (String address : addresses(GET.class)) {
            Response answer = bound.get(address);
            assertThat(Answered.text(answer))
                    .as(address)
                    .doesNotContain(dusun.outsider().toLowerCase(Locale.ROOT));
            assertThat(answer.statusCode()).as(address).isNotEqualTo(500);
        }
        for (String address : List.of(
                "/penduduk/" + dusun.far().id,
                "/penduduk/" + dusun.far().id + "/ubah",
                "/keluarga/" + dusun.far().familyId,
                "/permohonan/" + dusun.farRequest(),
                "/permohonan/" + dusun.waitingRequest() + "/surat",
                "/permohonan/" + dusun.waitingRequest() + "/konsep/" + dusun.waitingDraft(),
                "/tanda-tangan/" + dusun.waitingRequest(),
                "/surat/" + dusun.farLetter(),
                "/surat/" + dusun.farLetter() + "/cetak",
                "/peristiwa/" + dusun.farMutation(),
                "/antar/" + dusun.farDelivery())) {
            assertThat(bound.get(address).statusCode()).as(address).isEqualTo(404);
            assertThat(dusun.operator().get(address).statusCode()).as(address).isEqualTo(200);
        }
    }

    @Test
    void nothingOfAnotherDusunIsChanged() {
        int version = dusun.farAsStored().version;
        bound.get("/penduduk");
        for (String address : addresses(POST.class)) {
            Response answer = bound.post(address, "version", Integer.toString(version), "alasan", "uji coba");
            assertThat(Answered.text(answer))
                    .as(address)
                    .doesNotContain(dusun.outsider().toLowerCase(Locale.ROOT));
        }
        assertThat(dusun.farAsStored().version).isEqualTo(version);
        assertThat(TwoDusun.read(() -> Request.<Request>findById(dusun.waitingRequest())).state)
                .isEqualTo(RequestState.AWAITING_SIGNATURE);
        assertThat(TwoDusun.read(() -> Delivery.<Delivery>findById(dusun.farDelivery())).state)
                .isEqualTo(DeliveryState.ASSIGNED);
    }

    @Test
    void theSearchFindsOnlyOnesOwn() {
        bound.get("/cari");
        assertThat(bound.post("/cari", "q", dusun.insider()).asString()).contains("Ibu " + dusun.insider());
        assertThat(bound.post("/cari", "q", dusun.outsider()).asString()).doesNotContain("Ibu " + dusun.outsider());
        assertThat(bound.post("/cari", "q", dusun.far().nik.value()).asString()).doesNotContain(dusun.outsider());
        assertThat(bound.follow(bound.post("/penduduk", "nama", dusun.outsider())))
                .doesNotContain("Ibu " + dusun.outsider());
        assertThat(bound.post("/penduduk", "nama", dusun.far().nik.value()).asString())
                .doesNotContain(dusun.outsider());
    }

    @Test
    void nobodyIsMovedOutOfSight() {
        String address = "/penduduk/" + dusun.near().id + "/ubah";
        String form = bound.get(address).asString();
        assertThat(form).contains(dusun.insider(), "Akun terbatas", dusun.inside());

        Response moved = bound.post(address, "version", Clerk.valueOf(form, "version"), "dusun", dusun.outside());

        assertThat(moved.statusCode()).isEqualTo(409);
        assertThat(moved.asString()).contains("di luar wilayah akun Anda");
        assertThat(dusun.nearAsStored().dusun).isEqualTo(dusun.inside());
    }

    @Test
    void whetherALetterIsGenuineIsToldToEverybody() {
        assertThat(bound.get("/v/" + dusun.letter().code).asString())
                .contains("Surat ini sah")
                .doesNotContain(dusun.outsider());
    }

    @Test
    void afterABoundAccountEverybodyElseSeesAllAgain() {
        for (int i = 0; i < 20; i++) {
            assertThat(bound.get("/penduduk/" + dusun.far().id).statusCode()).isEqualTo(404);
            assertThat(dusun.operator().get("/penduduk/" + dusun.far().id).statusCode())
                    .isEqualTo(200);
        }
        assertThat(dusun.farAsStored().fullName).contains(dusun.outsider());
    }

    @Test
    void anAccountUsesOnlyThePartsItIsGiven() {
        Clerk counter = TwoDusun.bound(Roles.OPERATOR, "batasiBagian", "ya", "bagian", "requests");
        assertThat(counter.get("/permohonan").statusCode()).isEqualTo(200);
        assertThat(counter.get("/antar").statusCode()).isEqualTo(200);
        for (String closed : List.of("/penduduk", "/keluarga", "/buku", "/peristiwa", "/surat", "/impor")) {
            assertThat(counter.get(closed).statusCode()).as(closed).isEqualTo(403);
        }
        for (String written : List.of("//penduduk", "/penduduk;x=1", "/%70enduduk", "/./penduduk")) {
            assertThat(counter.get(written).statusCode()).as(written).isNotEqualTo(200);
        }
        assertThat(counter.get("/").asString())
                .contains("href=\"/permohonan\"", "action=\"/cari\"", "Menunggu diproses")
                .doesNotContain("href=\"/penduduk\"");
    }

    @Test
    void whoOnlyTakesRequestsFindsWhoAsks() {
        Clerk counter = TwoDusun.bound(Roles.OPERATOR, "batasiBagian", "ya", "bagian", "requests");
        assertThat(counter.get("/permohonan/baru").asString())
                .contains("action=\"/cari\"")
                .doesNotContain("/penduduk");

        String found = counter.post("/cari", "q", dusun.insider()).asString();
        String address = "/permohonan/baru?warga=" + dusun.near().id;

        assertThat(found).contains("href=\"" + address + "\"").doesNotContain("/penduduk");
        assertThat(counter.post("/cari", "q", dusun.near().nik.value()).header("Location"))
                .endsWith(address);
        assertThat(counter.get(address).asString()).contains("jenis=KEHILANGAN").doesNotContain("/penduduk");
        assertThat(counter.get(address + "&jenis=KEHILANGAN").statusCode()).isEqualTo(200);
        counter.get("/permohonan/baru");
        Response taken = counter.post(address + "&jenis=KEHILANGAN", "saluran", "COUNTER", "keperluan", "lapor");
        assertThat(taken.statusCode()).isEqualTo(303);
        assertThat(counter.follow(taken)).contains(dusun.insider());
    }

    @Test
    void whoHandlesNoRequestsLearnsOfNone() {
        Clerk registrar = TwoDusun.bound(Roles.OPERATOR, "batasiBagian", "ya", "bagian", "register");
        assertThat(registrar.get("/").asString())
                .contains("action=\"/cari\"")
                .doesNotContain("Menunggu diproses", "/permohonan");
        assertThat(registrar.post("/cari", "q", dusun.outsider()).asString())
                .contains("Ibu " + dusun.outsider())
                .doesNotContainPattern("\\d permohonan");
        String number = TwoDusun.read(() -> Request.<Request>findById(dusun.waitingRequest())).number;
        assertThat(registrar.post("/cari", "q", number).statusCode()).isEqualTo(200);
    }

    @Test
    void whoDoesNeitherSearchesForNobody() {
        Clerk reader = TwoDusun.bound(Roles.OPERATOR, "batasiBagian", "ya", "bagian", "books");
        assertThat(reader.get("/").asString()).doesNotContain("action=\"/cari\"");
        assertThat(reader.get("/cari").statusCode()).isEqualTo(403);
        reader.get("/buku");
        assertThat(reader.post("/cari", "q", dusun.insider()).statusCode()).isEqualTo(403);
    }

    @Test
    void aPlaceThatWouldMeanMoreThanItselfIsNoChoice() {
        TwoDusun.place("Warga Tanpa Dusun", null, "077", "001");
        TwoDusun.place("Warga Tanpa RW", dusun.inside() + " TANPA RW", null, "078");

        String page = Clerk.as(Roles.ADMIN)
                .get(TwoDusun.boundsOf(Clerk.as(Roles.OPERATOR)))
                .asString();

        assertThat(page).contains("value=\"" + dusun.inside() + " TANPA RW||\"").doesNotContain("|077|", "||078");
    }

    @Test
    void whatALetterChangesIsNotForWhoRecordsNoMutations() {
        Clerk writer = TwoDusun.bound(Roles.OPERATOR, "batasiBagian", "ya", "bagian", "letters");
        assertThat(writer.get("/surat/" + dusun.farLetter()).statusCode()).isEqualTo(200);
        assertThat(writer.get("/surat/" + dusun.farLetter() + "/peristiwa").statusCode())
                .isEqualTo(403);
    }

    @Test
    void theWholeVillageIsNotForAnAccountOfOneDusun() {
        Clerk sekdes = TwoDusun.bound(Roles.SEKDES, "batasiWilayah", "ya", "wilayah", dusun.inside() + "||");
        for (String closed : List.of("/impor", "/sinkronisasi", "/kantor", "/kalender", "/jenis-surat")) {
            assertThat(sekdes.get(closed).statusCode()).as(closed).isEqualTo(403);
        }
        assertThat(sekdes.get("/").asString()).doesNotContain("/sinkronisasi");
    }

    @Test
    void anAdminIsBoundToNothingAndNobodyToWhatIsNotThere() {
        Clerk admin = Clerk.as(Roles.ADMIN);
        Clerk other = Clerk.as(Roles.ADMIN);
        Clerk clerk = Clerk.as(Roles.OPERATOR);
        String address = TwoDusun.boundsOf(clerk);
        assertThat(admin.get(address).statusCode()).isEqualTo(200);
        assertThat(admin.get(TwoDusun.boundsOf(other)).statusCode()).isEqualTo(409);
        assertThat(admin.post(address, "batasiWilayah", "ya", "wilayah", "TIDAK ADA||")
                        .statusCode())
                .isEqualTo(409);
        assertThat(admin.post(address, "batasiWilayah", "ya").statusCode()).isEqualTo(409);
        assertThat(dusun.operator().post(address, "batasiWilayah", "").statusCode())
                .isEqualTo(403);
    }

    @Test
    void whoBecomesAnAdminLosesTheBounds() {
        Clerk clerk = TwoDusun.bound(Roles.OPERATOR, "batasiBagian", "ya", "bagian", "requests");
        String address = "/akun-pengguna/" + TwoDusun.account(clerk).id + "/peran";

        Clerk.as(Roles.ADMIN).post(address, "role", Roles.ADMIN);

        assertThat(TwoDusun.account(clerk).role).isEqualTo(Roles.ADMIN);
        assertThat(TwoDusun.account(clerk).features).isNull();
    }

    /** What can be read on all pages that links lead to, by address. */
    private static Map<String, String> walk(Clerk clerk) {
        Deque<String> coming = new ArrayDeque<>(BEGINNINGS);
        Set<String> known = new LinkedHashSet<>(coming);
        Map<String, String> pages = new LinkedHashMap<>();
        while (!coming.isEmpty()) {
            assertThat(pages).as("pages that lead on without end").hasSizeLessThan(PAGES);
            String address = coming.poll();
            Response answer = clerk.get(address);
            assertThat(answer.statusCode()).as(address).isNotEqualTo(500);
            pages.put(address, Answered.text(answer));
            Matcher links = LINK.matcher(answer.asString());
            while (links.find()) {
                String link = links.group(1).replace("&amp;", "&");
                boolean leftOut = LEFT_OUT.stream().anyMatch(link::startsWith);
                if (!leftOut && known.add(link)) {
                    coming.add(link);
                }
            }
        }
        return pages;
    }

    private static List<String> with(Map<String, String> pages, String word) {
        return pages.entrySet().stream()
                .filter(page -> page.getValue().contains(word.toLowerCase(Locale.ROOT)))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The addresses of all pages of the program that name something by its id, with the ids of another dusun. */
    private List<String> addresses(Class<? extends Annotation> verb) {
        List<String> addresses = new ArrayList<>();
        for (JavaClass page : new ClassFileImporter(List.of(new ImportOption.DoNotIncludeTests()))
                .importPackages("id.smartkampung.village")) {
            if (!page.isAnnotatedWith(Path.class)) {
                continue;
            }
            for (JavaMethod method : page.getMethods()) {
                String path = page.getAnnotationOfType(Path.class).value()
                        + method.tryGetAnnotationOfType(Path.class)
                                .map(Path::value)
                                .orElse("");
                if (method.isAnnotatedWith(verb) && path.contains("{")) {
                    addresses.addAll(filled(path));
                }
            }
        }
        assertThat(addresses).hasSizeGreaterThan(30);
        return addresses;
    }

    private List<String> filled(String path) {
        return ids(path).stream()
                .map(id -> VARIABLE.matcher(path.replace("{what}", "nik")
                                .replace("{draftId}", dusun.waitingDraft().toString()))
                        .replaceAll(id))
                .toList();
    }

    /** Of what the first word of an address names; of all where that is not known, or is several things. */
    private List<String> ids(String path) {
        Map<String, UUID> named = Map.of(
                "penduduk",
                dusun.far().id,
                "keluarga",
                dusun.far().familyId,
                "peristiwa",
                dusun.farMutation(),
                "antar",
                dusun.farDelivery());
        UUID one = named.get(path.split("/")[1]);
        return one == null ? dusun.farIds() : List.of(one.toString());
    }
}
