package id.smartkampung.village.letter.signing;

import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.NotFoundException;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import id.smartkampung.model.letter.LetterCode;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The codes of letters that stand on scanned sheets. */
final class ScannedCodes {

    /** The end of the address of a letter, or its bare code. */
    private static final Pattern CODE = Pattern.compile("(?:^|/v/)([0-9A-Za-z]{26})(?:$|\\?)");

    private static final Map<DecodeHintType, ?> HINTS = Map.of(DecodeHintType.TRY_HARDER, true);

    /** Points of a sheet at about 220 to the inch. */
    private static final long COARSE = 6_000_000;

    private ScannedCodes() {}

    /** What is read on a picture; nothing where no code of a letter can be made out. */
    static Set<LetterCode> on(BufferedImage picture) {
        Set<LetterCode> codes = readIn(light(picture, 1));
        // of a coarse scan the points of a code are too few to be told apart as they are
        return codes.isEmpty() && (long) picture.getWidth() * picture.getHeight() <= COARSE
                ? readIn(light(picture, 2))
                : codes;
    }

    private static Set<LetterCode> readIn(LuminanceSource light) {
        for (Binarizer way : List.of(new HybridBinarizer(light), new GlobalHistogramBinarizer(light))) {
            Set<LetterCode> codes = read(new BinaryBitmap(way));
            if (!codes.isEmpty()) {
                return codes;
            }
        }
        return Set.of();
    }

    private static Set<LetterCode> read(BinaryBitmap points) {
        Set<LetterCode> codes = new HashSet<>();
        try {
            for (Result found : new QRCodeMultiReader().decodeMultiple(points, HINTS)) {
                code(found.getText()).ifPresent(codes::add);
            }
        } catch (NotFoundException e) {
            // a sheet without any code, or too dark to read
            return Set.of();
        }
        return codes;
    }

    private static Optional<LetterCode> code(String text) {
        Matcher code = CODE.matcher(text);
        return code.find() ? LetterCode.parse(code.group(1)) : Optional.empty();
    }

    /** One byte a point, so that a large sheet has room in the memory of a small server. */
    private static LuminanceSource light(BufferedImage picture, int times) {
        int width = picture.getWidth() * times;
        int height = picture.getHeight() * times;
        BufferedImage gray = picture;
        if (times > 1 || picture.getType() != BufferedImage.TYPE_BYTE_GRAY) {
            gray = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
            Graphics2D brush = gray.createGraphics();
            brush.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            brush.drawImage(picture, 0, 0, width, height, null);
            brush.dispose();
        }
        byte[] light = ((DataBufferByte) gray.getRaster().getDataBuffer()).getData();
        return new PlanarYUVLuminanceSource(light, width, height, 0, 0, width, height, false);
    }
}
