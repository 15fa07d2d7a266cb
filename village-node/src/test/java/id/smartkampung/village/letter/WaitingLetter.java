package id.smartkampung.village.letter;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.model.request.RequestState;
import id.smartkampung.village.Clerk;
import id.smartkampung.web.account.Roles;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/** A request whose one letter (<i>surat keterangan kehilangan</i>) is filled in and handed to who signs. */
public record WaitingLetter(String request, String signatory) {

    private static final Pattern LETTER = Pattern.compile("href=\"/surat/([0-9a-f-]{36})\"");

    /** As it is done at the counter, with a new signatory. */
    public static WaitingLetter of(Clerk operator, UUID applicant) {
        return of(operator, applicant, "KEHILANGAN", "barang", "KTP", "perkiraan", "pasar");
    }

    /** One that names a person in a field beside its applicant. */
    public static WaitingLetter naming(Clerk operator, UUID applicant, String field, String person) {
        return of(
                operator,
                applicant,
                "SKTM",
                field,
                person,
                "keperluan",
                "sekolah",
                "penghasilan_rp",
                "500000",
                "jumlah_tanggungan",
                "2");
    }

    /** The same with a letter of any kind: names of its fields and what is filled in, in turn. */
    public static WaitingLetter of(Clerk operator, UUID applicant, String kind, String... answers) {
        return ofRequest(operator, requested(operator, applicant, kind), answers);
    }

    /** The address of a new request, of which nothing is filled in. */
    public static String requested(Clerk operator, UUID applicant, String kind) {
        operator.get("/permohonan/baru");
        return operator.post(
                        "/permohonan/baru?warga=" + applicant + "&jenis=" + kind,
                        "saluran",
                        "COUNTER",
                        "keperluan",
                        "lapor")
                .header("Location")
                .replaceFirst("^https?://[^/]+", "");
    }

    /** The letter of a request that was taken already, by the address of its page. */
    public static WaitingLetter ofRequest(Clerk operator, String request, String... answers) {
        String head = "Kepala " + UUID.randomUUID();
        Clerk sekdes = Clerk.as(Roles.SEKDES);
        sekdes.get("/kantor");
        sekdes.post("/kantor/penanda-tangan", "nama", head, "dasar", "ACTING");
        Matcher option = Pattern.compile("<option value=\"([0-9a-f-]{36})\"[^>]*>[^<]*" + head)
                .matcher(operator.get(request + "/surat").asString());
        assertThat(option.find()).isTrue();
        List<String> form = new ArrayList<>(List.of("version", "-1", "penandaTangan", option.group(1)));
        for (int i = 0; i < answers.length; i += 2) {
            form.add("i." + answers[i]);
            form.add(answers[i + 1]);
        }
        assertThat(operator.post(request + "/surat", form.toArray(String[]::new))
                        .statusCode())
                .isEqualTo(303);
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

    /** Signed by pen, with a scan that somebody vouches for; the id of the letter. */
    public UUID signed(Clerk kades) {
        String letter = numbered(kades);
        sign(kades, letter);
        return UUID.fromString(letter);
    }

    /** A letter that has its number is signed by pen. */
    public static void sign(Clerk kades, String letter) {
        try {
            Path scan = Files.createTempFile("pindaian", ".png");
            ImageIO.write(new BufferedImage(620, 877, BufferedImage.TYPE_INT_RGB), "png", scan.toFile());
            String address = "/tanda-tangan/surat/" + letter + "/pindaian";
            assertThat(kades.upload(address, "berkas", scan, "pindaian.png", "diperiksa", "ya")
                            .statusCode())
                    .isEqualTo(303);
            Files.delete(scan);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void step(Clerk operator, String request, RequestState to) {
        String version = Clerk.valueOf(operator.get(request).asString(), "version");
        assertThat(operator.post(request + "/langkah", "version", version, "ke", to.name())
                        .statusCode())
                .isEqualTo(303);
    }
}
