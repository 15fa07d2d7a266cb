package id.smartkampung.village.letter.signing;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.model.letter.LetterCode;
import id.smartkampung.web.picture.QrPicture;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScannedCodesTest {

    private static final double MILLIMETRES = 25.4;

    /** As the sheet has it. */
    private static final int SIDE = 22;

    @ParameterizedTest
    @ValueSource(ints = {150, 200, 300})
    void theCodeAtTheFootIsReadOfACoarseScanToo(int dpi) throws IOException {
        LetterCode code = LetterCode.random(new SecureRandom());

        assertThat(ScannedCodes.on(sheet(code, dpi))).containsExactly(code);
    }

    @Test
    void aSheetWithoutACodeHasNone() {
        assertThat(ScannedCodes.on(sheet(150))).isEmpty();
    }

    private static BufferedImage sheet(LetterCode code, int dpi) throws IOException {
        String seal = Base64.getUrlEncoder().withoutPadding().encodeToString(random(64));
        String picture = QrPicture.small("https://surat.kabupaten.example/v/" + code
                + "?d=35.10.01.2003&n=300%2F17%2F35.10.01.2003%2F2026&t=2026-11-22&s=" + seal);
        byte[] png = Base64.getDecoder().decode(picture.substring(picture.indexOf(',') + 1));
        int side = points(SIDE, dpi);
        Image printed =
                ImageIO.read(new ByteArrayInputStream(png)).getScaledInstance(side, side, Image.SCALE_AREA_AVERAGING);
        BufferedImage sheet = sheet(dpi);
        Graphics2D brush = sheet.createGraphics();
        brush.drawImage(printed, points(25, dpi), sheet.getHeight() - points(26, dpi), null);
        brush.dispose();
        return sheet;
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    private static BufferedImage sheet(int dpi) {
        BufferedImage sheet = new BufferedImage(points(215, dpi), points(330, dpi), BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D brush = sheet.createGraphics();
        brush.setColor(Color.WHITE);
        brush.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        brush.dispose();
        return sheet;
    }

    private static int points(int millimetres, int dpi) {
        return (int) Math.round(millimetres / MILLIMETRES * dpi);
    }
}
