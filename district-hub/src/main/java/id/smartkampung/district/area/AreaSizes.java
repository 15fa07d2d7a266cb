package id.smartkampung.district.area;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Sizes of areas as they are typed and shown: square kilometres with a comma, such as {@code 12,3456}. */
final class AreaSizes {

    private static final Pattern TYPED = Pattern.compile("[0-9]{1,4}(,[0-9]{1,4})?");
    private static final int SQUARE_METRES = 6;

    private AreaSizes() {}

    /** Square metres; empty for what is no size, or none at all. */
    static OptionalLong read(String typed) {
        if (!TYPED.matcher(typed).matches()) {
            return OptionalLong.empty();
        }
        long squareMetres = new BigDecimal(typed.replace(',', '.'))
                .movePointRight(SQUARE_METRES)
                .longValueExact();
        return squareMetres == 0 ? OptionalLong.empty() : OptionalLong.of(squareMetres);
    }

    /** As it would be typed; nothing where there is none. */
    static String written(Long squareMetres) {
        return Optional.ofNullable(squareMetres)
                .map(size -> BigDecimal.valueOf(size, SQUARE_METRES)
                        .stripTrailingZeros()
                        .toPlainString()
                        .replace('.', ','))
                .orElse("");
    }
}
