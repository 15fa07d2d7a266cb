package id.smartkampung.village.letter.number;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import id.smartkampung.model.letter.LetterSeal;
import id.smartkampung.village.paper.Paper;
import id.smartkampung.village.profile.VillageProfile;
import id.smartkampung.village.register.Residents;
import id.smartkampung.village.trust.NodeKeys;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.Base64;
import java.util.concurrent.Callable;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PaperCodeTest {

    @Inject
    NumberingService numbering;

    @Inject
    WaitingLetters waiting;

    @Inject
    NumberedPaper numbered;

    @Inject
    NodeKeys keys;

    @Inject
    VillageProfile village;

    @Test
    void theCodeOnThePaperSaysWhatTheVillageVouchesFor() throws Exception {
        Letter letter = numbering.number(waiting.one(), Residents.anOfficer()).get(0);
        Paper paper = inTransaction(() -> numbered.stamped(letter));
        String picture = paper.signatures().get(0).people().get(0).stamp().picture();

        String address = content(picture);

        assertThat(address).startsWith("https://surat.kabupaten.example/v/" + letter.code + "?d=");
        String seal = address.substring(address.indexOf("&s=") + "&s=".length());
        LetterSeal told = new LetterSeal(village.node(), letter.code, letter.number, letter.issuedOn);
        assertThat(told.signed(keys.current().verifyKey(), seal)).isTrue();
        assertThat(paper.foot()).contains(letter.code.grouped());
        assertThat(letter.subjectMasked).contains("*").doesNotContain(" *");
    }

    private static String content(String picture) throws Exception {
        byte[] png = Base64.getDecoder().decode(picture.substring(picture.indexOf(',') + 1));
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        int[] points = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        RGBLuminanceSource source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), points);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(source)))
                .getText();
    }

    private static <T> T inTransaction(Callable<T> work) {
        return QuarkusTransaction.requiringNew().call(work);
    }
}
