package id.smartkampung.village.importer.sheet;

import java.io.Closeable;
import java.io.IOException;

/** A file read line by line, never as a whole, so that a village PC can import its largest one. */
public interface Sheet extends Closeable {

    /** The next line with something in it, or null behind the last. */
    SheetRow next() throws IOException;

    /** True for a text file that is not UTF-8: letters with accents may be wrong. */
    boolean guessedEncoding();

    /** True when dates count from 1904, as older programs of one maker do. */
    boolean datesFrom1904();
}
