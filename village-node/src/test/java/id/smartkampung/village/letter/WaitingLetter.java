package id.smartkampung.village.letter;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.model.request.RequestState;
import id.smartkampung.village.Clerk;
import id.smartkampung.web.account.Roles;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A request whose one letter (<i>surat keterangan kehilangan</i>) is filled in and handed to who signs. */
public record WaitingLetter(String request, String signatory) {

    private static final Pattern LETTER = Pattern.compile("href=\"/surat/([0-9a-f-]{36})\"");

    /** As it is done at the counter, with a new signatory. */
    public static WaitingLetter of(Clerk operator, UUID applicant) {
        String head = "Kepala " + UUID.randomUUID();
        Clerk sekdes = Clerk.as(Roles.SEKDES);
        sekdes.get("/kantor");
        sekdes.post("/kantor/penanda-tangan", "nama", head, "dasar", "ACTING");
        operator.get("/permohonan/baru");
        String request = operator.post(
                        "/permohonan/baru?warga=" + applicant + "&jenis=KEHILANGAN",
                        "saluran",
                        "COUNTER",
                        "keperluan",
                        "lapor")
                .header("Location")
                .replaceFirst("^https?://[^/]+", "");
        Matcher option = Pattern.compile("<option value=\"([0-9a-f-]{36})\"[^>]*>[^<]*" + head)
                .matcher(operator.get(request + "/surat").asString());
        assertThat(option.find()).isTrue();
        operator.post(
                request + "/surat",
                "version",
                "-1",
                "penandaTangan",
                option.group(1),
                "i.barang",
                "KTP",
                "i.perkiraan",
                "pasar");
        step(operator, request, RequestState.IN_REVIEW);
        step(operator, request, RequestState.AWAITING_SIGNATURE);
        return new WaitingLetter(request.substring(request.lastIndexOf('/') + 1), option.group(1));
    }

    /** Gives it its number for the pen; the id of the letter. */
    public String numbered(Clerk kades) {
        kades.get("/tanda-tangan/" + request);
        Matcher letter = LETTER.matcher(kades.follow(kades.post("/tanda-tangan/" + request + "/pena")));
        assertThat(letter.find()).isTrue();
        return letter.group(1);
    }

    private static void step(Clerk operator, String request, RequestState to) {
        String version = Clerk.valueOf(operator.get(request).asString(), "version");
        assertThat(operator.post(request + "/langkah", "version", version, "ke", to.name())
                        .statusCode())
                .isEqualTo(303);
    }
}
