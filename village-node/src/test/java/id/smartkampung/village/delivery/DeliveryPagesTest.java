package id.smartkampung.village.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.model.letter.LetterKind;
import id.smartkampung.model.request.Channel;
import id.smartkampung.model.request.RequestState;
import id.smartkampung.village.Clerk;
import id.smartkampung.village.register.ResidentService;
import id.smartkampung.village.register.Residents;
import id.smartkampung.village.request.Request;
import id.smartkampung.village.request.RequestDraft;
import id.smartkampung.village.request.RequestService;
import id.smartkampung.web.account.Account;
import id.smartkampung.web.account.Roles;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
class DeliveryPagesTest {

    private static final Pattern DELIVERY = Pattern.compile("href=\"(/antar/[0-9a-f-]{36})\"");
    private static final Pattern OWN_NAME = Pattern.compile("aria-label=\"Akun ([^\"]+)\"");

    @TempDir
    Path folder;

    @Inject
    RequestService requests;

    @Inject
    ResidentService residents;

    @Test
    void aLetterIsCarriedHomeAndHandedOverWithNameAndPhoto() throws IOException {
        Clerk operator = Clerk.as(Roles.OPERATOR);
        Clerk courier = Clerk.as(Roles.OPERATOR);
        Request ready = aReadyLetter("Warga Diantar");
        assertThat(operator.get("/antar").asString()).contains("Warga Diantar", "Belum ada yang mengantar");

        String delivery = assigned(operator, ready, courier);
        assertThat(courier.get("/antar").asString()).contains("Tugas saya", delivery, "1</span> surat untuk Anda");
        assertThat(courier.get(delivery).asString())
                .contains("Berangkat sekarang", "Rumah cat hijau", "0812••••••90")
                .doesNotContain("081234567890");
        assertThat(courier.post(delivery + "/kontak").asString()).contains("tel:081234567890");
        assertThat(stateOf(ready)).isEqualTo(RequestState.READY);

        assertThat(courier.follow(step(courier, delivery, "/berangkat"))).contains("Nama penerima");
        assertThat(stateOf(ready)).isEqualTo(RequestState.OUT_FOR_DELIVERY);

        Response missing = handOver(courier, delivery, "  ", folder.resolve("kosong"));
        assertThat(missing.statusCode()).isEqualTo(422);
        assertThat(missing.asString()).contains("Isi nama yang menerima", "bukan foto JPEG atau PNG");
        assertThat(courier.follow(handOver(courier, delivery, "Bu Siti, ibu pemohon", photo())))
                .contains("Sudah diserahkan", "Bu Siti, ibu pemohon");

        assertThat(stateOf(ready)).isEqualTo(RequestState.COMPLETED);
        assertThat(operator.get("/permohonan/" + ready.id).asString())
                .contains("Ditugaskan kepada", "Sedang diantar", "Diserahkan kepada Bu Siti, ibu pemohon", delivery);
        byte[] kept = operator.get(delivery + "/foto").asByteArray();
        assertThat(ImageIO.read(new ByteArrayInputStream(kept)).getWidth()).isEqualTo(1024);
        assertThat(Clerk.as(Roles.ADMIN).get("/jejak").asString())
                .contains(
                        "Menugaskan pengantaran surat",
                        "Berangkat mengantar surat",
                        "Membuka telepon pemohon",
                        "Menyerahkan surat di rumah",
                        "Membuka foto penyerahan");
    }

    @Test
    void whatNobodyTookComesBackAndIsCarriedAgain() {
        Clerk operator = Clerk.as(Roles.OPERATOR);
        Request ready = aReadyLetter("Warga Tidak Di Rumah");
        String delivery = assigned(operator, ready, operator);
        step(operator, delivery, "/berangkat");

        Response without = step(operator, delivery, "/kembali", "alasan", " ");
        Response back = step(operator, delivery, "/kembali", "alasan", "Rumah kosong");

        assertThat(without.statusCode()).isEqualTo(422);
        assertThat(without.asString()).contains("Tulis sebabnya");
        assertThat(operator.follow(back)).contains("Kembali ke kantor", "Rumah kosong");
        assertThat(stateOf(ready)).isEqualTo(RequestState.READY);
        assertThat(operator.get("/permohonan/" + ready.id).asString())
                .contains("Kembali, belum terserah", "Rumah kosong", "Tugaskan");
        assertThat(assigned(operator, ready, operator)).isNotEqualTo(delivery);
    }

    @Test
    void nobodyCarriesTheLetterOfAnotherButWhoLeadsTheOffice() {
        Clerk operator = Clerk.as(Roles.OPERATOR);
        Clerk courier = Clerk.as(Roles.OPERATOR);
        Request ready = aReadyLetter("Warga Tugas Orang");
        String delivery = assigned(operator, ready, courier);

        Response stranger = step(operator, delivery, "/berangkat", "version", "0");
        Response contact = operator.post(delivery + "/kontak");
        Clerk sekdes = Clerk.as(Roles.SEKDES);
        Response leader = step(sekdes, delivery, "/berangkat");

        assertThat(stranger.statusCode()).isEqualTo(403);
        assertThat(stranger.asString()).contains("tugas petugas lain");
        assertThat(contact.statusCode()).isEqualTo(403);
        assertThat(leader.statusCode()).isEqualTo(303);
    }

    @Test
    void oneLetterIsWithOnePersonAndATaskCanBeTakenBack() {
        Clerk operator = Clerk.as(Roles.OPERATOR);
        Clerk courier = Clerk.as(Roles.SEKDES);
        Request ready = aReadyLetter("Warga Dua Petugas");
        String delivery = assigned(operator, ready, courier);

        Response second = assign(operator, ready, idOf(operator));
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.asString()).contains("sudah ada yang mengantar");
        step(courier, delivery, "/batal");

        assertThat(courier.get(delivery).asString()).contains("Tugas ini dibatalkan");
        assertThat(step(courier, delivery, "/berangkat", "version", "1").statusCode())
                .isEqualTo(409);
        assertThat(assigned(operator, ready, operator)).isNotEqualTo(delivery);
    }

    @Test
    void whoFetchesTheLetterAtTheOfficeEndsTheTask() {
        Clerk operator = Clerk.as(Roles.OPERATOR);
        Request ready = aReadyLetter("Warga Datang Sendiri");
        String delivery = assigned(operator, ready, operator);
        String page = operator.get("/permohonan/" + ready.id).asString();

        operator.post(
                "/permohonan/" + ready.id + "/langkah",
                "version",
                Clerk.valueOf(page, "version"),
                "ke",
                RequestState.COMPLETED.name());

        assertThat(stateOf(ready)).isEqualTo(RequestState.COMPLETED);
        assertThat(operator.get(delivery).asString()).contains("Tugas ini dibatalkan");
    }

    @Test
    void whatIsOnItsWayAfterARestoreIsGivenToWhoHasIt() {
        Clerk operator = Clerk.as(Roles.OPERATOR);
        Request ready = aReadyLetter("Warga Sesudah Pulih");
        QuarkusTransaction.requiringNew()
                .run(() -> requests.deliver(
                        Request.findById(ready.id), RequestState.OUT_FOR_DELIVERY, Residents.anOfficer()));

        assertThat(operator.get("/permohonan/" + ready.id).asString()).contains("Siapa yang membawanya?");
        String delivery = assigned(operator, ready, operator);

        assertThat(operator.get(delivery).asString()).contains("Nama penerima", "Tidak terserah");
    }

    /** As the room of the letters leaves it. */
    private Request aReadyLetter(String name) {
        UUID applicant = residents.register(Residents.named(name), Residents.anOfficer()).id;
        LetterKind domicile = new LetterKind("DOM");
        Request asked = requests.submit(
                new RequestDraft(applicant, domicile, Channel.COUNTER, true, "bank", "081234567890", "Rumah cat hijau"),
                Residents.anOfficer());
        UUID id = move(move(asked, RequestState.IN_REVIEW), RequestState.AWAITING_SIGNATURE).id;
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        requests.leaveSignature(Request.findById(id), RequestState.READY, null, Residents.anOfficer()));
    }

    private Request move(Request request, RequestState to) {
        return requests.move(request.id, request.version, to, null, Roles.OPERATOR, Residents.anOfficer());
    }

    private static RequestState stateOf(Request request) {
        return QuarkusTransaction.requiringNew().call(() -> Request.<Request>findById(request.id).state);
    }

    /** Where the delivery is that this officer has given to that one. */
    private static String assigned(Clerk officer, Request ready, Clerk courier) {
        Matcher delivery = DELIVERY.matcher(officer.follow(assign(officer, ready, idOf(courier))));
        assertThat(delivery.find()).isTrue();
        return delivery.group(1);
    }

    private static Response assign(Clerk officer, Request ready, String courier) {
        String version = Clerk.valueOf(officer.get("/permohonan/" + ready.id).asString(), "version");
        return officer.post("/antar/tugas", "permohonan", ready.id.toString(), "version", version, "petugas", courier);
    }

    /** The account of somebody by the name above their pages. */
    private static String idOf(Clerk courier) {
        Matcher name = OWN_NAME.matcher(courier.get("/akun").asString());
        assertThat(name.find()).isTrue();
        return QuarkusTransaction.requiringNew()
                .call(() -> Account.<Account>find("displayName", name.group(1))
                        .firstResult()
                        .id
                        .toString());
    }

    private static Response step(Clerk clerk, String delivery, String step, String... form) {
        if (form.length > 0 && form[0].equals("version")) {
            return clerk.post(delivery + step, form);
        }
        String version = Clerk.valueOf(clerk.get(delivery).asString(), "version");
        String[] whole = new String[form.length + 2];
        whole[0] = "version";
        whole[1] = version;
        System.arraycopy(form, 0, whole, 2, form.length);
        return clerk.post(delivery + step, whole);
    }

    private static Response handOver(Clerk clerk, String delivery, String receiver, Path photo) throws IOException {
        if (Files.notExists(photo)) {
            Files.writeString(photo, "bukan foto");
        }
        String version = Clerk.valueOf(clerk.get(delivery).asString(), "version");
        return clerk.upload(delivery + "/serah", "foto", photo, "foto.jpg", "version", version, "penerima", receiver);
    }

    private Path photo() throws IOException {
        Path file = folder.resolve("foto.png");
        ImageIO.write(new BufferedImage(2000, 1500, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
        return file;
    }
}
