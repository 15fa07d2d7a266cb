package id.smartkampung.village.importer.sheet;

/**
 * What a file may cost before it is refused.
 *
 * @param fileBytes size of the file as uploaded
 * @param inflatedBytes all parts of a workbook together, unpacked
 * @param ratio how many times larger than packed a part may become
 * @param sharedChars letters of all distinct texts of a workbook, which are held in memory
 * @param sharedTexts number of those texts
 */
public record SheetLimits(
        long fileBytes, long inflatedBytes, int ratio, long sharedChars, int sharedTexts, int rows, int columns) {

    /** Enough for the largest village several times over, and small enough for a village PC. */
    public static SheetLimits ofFileBytes(long fileBytes) {
        return new SheetLimits(fileBytes, 600L << 20, 250, 24L << 20, 500_000, 200_000, 300);
    }
}
