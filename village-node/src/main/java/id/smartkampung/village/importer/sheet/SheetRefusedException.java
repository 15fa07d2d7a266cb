package id.smartkampung.village.importer.sheet;

/** A file that cannot be imported as a whole, with the one reason an officer can act on. */
public class SheetRefusedException extends IllegalArgumentException {

    private final Refusal refusal;
    private final String detail;

    public SheetRefusedException(Refusal refusal) {
        this(refusal, "");
    }

    /** @param detail a column name or a number to stand behind the sentence; never a person's data */
    public SheetRefusedException(Refusal refusal, String detail) {
        super("the sheet is refused: " + refusal + (detail.isEmpty() ? "" : " " + detail));
        this.refusal = refusal;
        this.detail = detail;
    }

    SheetRefusedException(Refusal refusal, Throwable cause) {
        super("the sheet is refused: " + refusal, cause);
        this.refusal = refusal;
        this.detail = "";
    }

    public Refusal refusal() {
        return refusal;
    }

    public String detail() {
        return detail;
    }
}
