package id.smartkampung.village.office;

import id.smartkampung.model.wilayah.Wilayah;
import id.smartkampung.village.paper.Paper;
import id.smartkampung.village.profile.VillageProfile;
import id.smartkampung.web.text.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.stream.Stream;

/** Writes the names of the office as they stand on paper: the head of a sheet, and how somebody signs. */
@ApplicationScoped
public class Letterheads {

    private static final int WORDS_OF_A_KIND = 2;
    private static final int DIGITS_OF_A_NIP = 18;

    private final VillageProfile village;
    private final Texts texts;

    Letterheads(VillageProfile village, Texts texts) {
        this.village = village;
        this.texts = texts;
    }

    /** The head of every sheet. */
    public Paper.Head head() {
        Office office = Office.get();
        return new Paper.Head(
                "data:image/png;base64," + Base64.getEncoder().encodeToString(emblem(office)),
                List.of(
                        upper(texts.of("paper.government", kabupaten())),
                        upper(texts.of("paper.kecamatan", village.kecamatan()))),
                upper(areaName()),
                address(office));
    }

    /** Desa Sarongan, Kelurahan Kepatihan. */
    public String areaName() {
        return texts.of(village.kelurahan() ? "village.kelurahan" : "village.desa", village.name());
    }

    /** The word desa or kelurahan, small. */
    public String area() {
        return texts.of(village.kelurahan() ? "paper.kelurahan" : "paper.desa");
    }

    /** Name of the kabupaten without that word. */
    public String kabupaten() {
        String name = Wilayah.find(village.kode().kabupaten())
                .map(Wilayah.Area::name)
                .orElseGet(() -> village.kode().kabupaten().value());
        String[] words = name.split(" ", WORDS_OF_A_KIND);
        return words.length == WORDS_OF_A_KIND && words[0].equalsIgnoreCase(texts.of("paper.kabupaten"))
                ? words[1]
                : name;
    }

    /** Kepala Desa, Plt. Lurah: how who signs calls the own office in a sentence. */
    public String title(Signatory signatory) {
        String head = texts.of(village.kelurahan() ? "paper.lurah" : "paper.kepala-desa");
        return switch (signatory.basis) {
            case HEAD -> head;
            case ACTING -> texts.of("paper.acting", head);
            case DAILY -> texts.of("paper.daily", head);
            case ON_BEHALF -> signatory.position;
        };
    }

    /** The lines above the name: KEPALA DESA SARONGAN, or a.n. and the own office. */
    public List<String> signedAs(Signatory signatory) {
        String head = texts.of(village.kelurahan() ? "paper.lurah" : "paper.kepala-desa") + " " + village.name();
        return switch (signatory.basis) {
            case HEAD -> List.of(upper(head) + ",");
            case ACTING -> List.of(texts.of("paper.acting", upper(head)) + ",");
            case DAILY -> List.of(texts.of("paper.daily", upper(head)) + ",");
            case ON_BEHALF -> List.of(texts.of("paper.on-behalf", upper(head)), signatory.position + ",");
        };
    }

    /** The lines below the name. */
    public List<String> signedBelow(Signatory signatory) {
        String nip = signatory.nip == null ? null : texts.of(number(signatory.nip), signatory.nip);
        return Stream.of(signatory.rank, nip)
                .filter(line -> line != null && !line.isBlank())
                .toList();
    }

    /** A civil servant has a NIP of 18 digits; who serves a desa without being one has a NIAP. */
    private String number(String nip) {
        boolean servant = village.kelurahan() || nip.replaceAll("\\D", "").length() == DIGITS_OF_A_NIP;
        return servant ? "paper.nip" : "paper.niap";
    }

    private List<String> address(Office office) {
        String street = Stream.of(office.address, office.postalCode)
                .filter(Letterheads::given)
                .reduce((one, other) -> one + " " + other)
                .orElse("");
        StringJoiner contact = new StringJoiner(" · ");
        if (given(office.phone)) {
            contact.add(texts.of("paper.phone", office.phone));
        }
        if (given(office.email)) {
            contact.add(texts.of("paper.email", office.email));
        }
        return Stream.of(street, contact.toString()).filter(Letterheads::given).toList();
    }

    private static boolean given(String text) {
        return text != null && !text.isBlank();
    }

    private static byte[] emblem(Office office) {
        try {
            return office.emblem == null ? Emblem.neutral() : office.emblem;
        } catch (IOException e) {
            throw new UncheckedIOException("the neutral emblem cannot be read", e);
        }
    }

    private static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }
}
