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
                String link = links.group(1).replace("&amp;", "&").replace("?&", "?");
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
