package id.smartkampung.village.area;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.deploy.testsupport.TestAccounts;
import id.smartkampung.model.identity.NoKk;
import id.smartkampung.model.resident.ResidentField;
import id.smartkampung.model.vocabulary.Relationship;
import id.smartkampung.village.Clerk;
import id.smartkampung.village.change.Mutation;
import id.smartkampung.village.delivery.DeliveryService;
import id.smartkampung.village.letter.LetterDraft;
import id.smartkampung.village.letter.WaitingLetter;
import id.smartkampung.village.letter.number.Letter;
import id.smartkampung.village.register.Resident;
import id.smartkampung.village.register.ResidentService;
import id.smartkampung.village.register.Residents;
import id.smartkampung.village.request.Request;
import id.smartkampung.web.account.Account;
import id.smartkampung.web.account.Roles;
import id.smartkampung.web.time.Wib;
import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;

/**
 * Somebody in each of two dusun, with all that an office has of a person; made once, since letters that are signed take
 * their time, and changed by nobody.
 *
 * @param operator sees the whole village
 * @param bound sees {@link #inside()} only
 * @param far of the other dusun, as all that follows
 */
public record TwoDusun(
        Clerk operator,
        Clerk bound,
        String inside,
        String outside,
        String insider,
        String outsider,
        Resident near,
        Resident far,
        UUID farRequest,
        UUID waitingRequest,
        UUID waitingDraft,
        UUID farLetter,
        UUID farMutation,
        UUID farDelivery) {

    /** Made when it is first asked for. */
    private static final class Made {

        static final TwoDusun ONCE = make();
    }

    public static TwoDusun once() {
        return Made.ONCE;
    }

    private static TwoDusun make() {
        String place = UUID.randomUUID().toString().substring(0, 8);
        String inside = "DALAM " + place;
        String outside = "LUAR " + place;
        String insider = "Dalam" + letters(place);
        String outsider = "Luar" + letters(place);
        Clerk operator = Clerk.as(Roles.OPERATOR);
        Clerk kades = Clerk.as(Roles.KADES);
        Resident near = register("Ibu " + insider, inside, Residents.aCard(), Relationship.HEAD);
        NoKk card = Residents.aCard();
        Resident far = register("Ibu " + outsider, outside, card, Relationship.HEAD);
        Resident dead = register("Adik " + outsider, outside, card, Relationship.CHILD);
        WaitingLetter.of(operator, near.id);
        WaitingLetter signed = WaitingLetter.of(operator, far.id);
        UUID letter = signed.signed(kades);
        WaitingLetter waiting = WaitingLetter.of(operator, far.id);
        death(operator, far, dead).signed(kades);
        return new TwoDusun(
                operator,
                bound(Roles.OPERATOR, "batasiWilayah", "ya", "wilayah", inside + "||"),
                inside,
                outside,
                insider,
                outsider,
                near,
                far,
                UUID.fromString(signed.request()),
                UUID.fromString(waiting.request()),
                draft(UUID.fromString(waiting.request())),
                letter,
                read(() -> Mutation.listByResident(dead.id)).get(0).id,
                assigned(UUID.fromString(signed.request()), operator));
    }

    /** Everything of the other dusun that an address can name. */
    List<String> farIds() {
        List<String> ids = new ArrayList<>(List.of(far.id.toString(), far.familyId.toString()));
        List.of(farRequest, waitingRequest, farLetter, farMutation, farDelivery).forEach(id -> ids.add(id.toString()));
        return ids;
    }

    /** Somebody new of this role whom an admin has bound as it is done on the page, logged in again. */
    public static Clerk bound(String role, String... form) {
        Clerk admin = Clerk.as(Roles.ADMIN);
        Clerk clerk = Clerk.as(role);
        assertThat(admin.post(boundsOf(clerk), form).statusCode()).isEqualTo(303);
        assertThat(clerk.get("/penduduk").statusCode()).as("logged out").isEqualTo(303);
        clerk.login(clerk.username(), TestAccounts.PASSWORD);
        return clerk;
    }

    static String boundsOf(Clerk clerk) {
        return "/akun-pengguna/" + account(clerk).id + "/batas";
    }

    static Account account(Clerk clerk) {
        return read(() -> Account.findByUsername(clerk.username()).orElseThrow());
    }

    Resident farAsStored() {
        return read(() -> Resident.findById(far.id));
    }

    Resident nearAsStored() {
        return read(() -> Resident.findById(near.id));
    }

    Letter letter() {
        return read(() -> Letter.findById(farLetter));
    }

    public static <T> T read(Callable<T> reading) {
        return QuarkusTransaction.requiringNew().call(reading);
    }

    public static Resident register(String name, String dusun, NoKk card, Relationship relationship) {
        return bean(ResidentService.class)
                .register(
                        Residents.named(name)
                                .set(ResidentField.DUSUN, dusun)
                                .set(ResidentField.RELATIONSHIP, relationship)
                                .onFamilyCard(card, null),
                        Residents.anOfficer());
    }

    /** Somebody of whose place not all is known. */
    static Resident place(String name, String dusun, String rw, String rt) {
        return bean(ResidentService.class)
                .register(
                        Residents.named(name)
                                .set(ResidentField.DUSUN, dusun)
                                .set(ResidentField.RW, rw)
                                .set(ResidentField.RT, rt),
                        Residents.anOfficer());
    }

    /** As it is done on the page that shows both records. */
    static Response merge(Clerk clerk, Resident kept, Resident lost) {
        String page = "/penduduk/" + kept.id + "/gabung?dengan=" + lost.id;
        String seen = clerk.get(page).asString();
        return clerk.post(
                page,
                "version",
                Clerk.valueOf(seen, "version"),
                "version-lain",
                Clerk.valueOf(seen, "version-lain"),
                "alasan",
                "tercatat dua kali");
    }

    public static WaitingLetter death(Clerk operator, Resident applicant, Resident deceased) {
        LocalDate yesterday = Wib.dateOf(bean(Clock.class).instant()).minusDays(1);
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

    /** Somebody of this role who sees {@link #inside()} only. */
    public Clerk boundAs(String role) {
        return bound(role, "batasiWilayah", "ya", "wilayah", inside + "||");
    }

    private static UUID draft(UUID request) {
        return read(() -> LetterDraft.listByRequest(request)).get(0).id;
    }

    private static UUID assigned(UUID request, Clerk courier) {
        Account carries = account(courier);
        int seen = read(() -> Request.<Request>findById(request)).version;
        return bean(DeliveryService.class).assign(request, seen, carries.id, carries.toOfficer());
    }

    private static <T> T bean(Class<T> type) {
        return Arc.container().instance(type).get();
    }

    /** Names have no digits. */
    static String letters(String hex) {
        StringBuilder letters = new StringBuilder();
        hex.chars().forEach(c -> letters.append((char) ('a' + Character.digit(c, 16))));
        return letters.toString();
    }
}
