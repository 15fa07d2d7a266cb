package id.smartkampung.village.importer.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a text file is written in, found by reading it once. */
record TextProbe(Charset charset, int markBytes, boolean guessed, char separator) {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final int HEADER_CHARS = 64 * 1024;

    static TextProbe of(Path file) throws IOException {
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(3);
        }
        if (startsWith(start, 0xEF, 0xBB, 0xBF)) {
            return checked(file, StandardCharsets.UTF_8, 3);
        }
        if (startsWith(start, 0xFF, 0xFE)) {
            return checked(file, StandardCharsets.UTF_16LE, 2);
        }
        if (startsWith(start, 0xFE, 0xFF)) {
            return checked(file, StandardCharsets.UTF_16BE, 2);
        }
        return checked(file, StandardCharsets.UTF_8, 0);
    }

    Reader reader(Path file) throws IOException {
        return reader(file, charset, markBytes);
    }

    private static TextProbe checked(Path file, Charset charset, int markBytes) throws IOException {
        try {
            return new TextProbe(charset, markBytes, false, separatorAfterReading(file, charset, markBytes));
        } catch (CharacterCodingException e) {
            if (markBytes > 0) {
                throw new SheetRefusedException(Refusal.DAMAGED, e);
            }
            return new TextProbe(WINDOWS_1252, 0, true, separatorAfterReading(file, WINDOWS_1252, 0));
        }
    }

    /** Reads all of the file, so that a wrong letter in the last line is known before the first is believed. */
    private static char separatorAfterReading(Path file, Charset charset, int markBytes) throws IOException {
        StringBuilder header = new StringBuilder();
        try (Reader reader = reader(file, charset, markBytes)) {
            char[] buffer = new char[16 * 1024];
            for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    if (buffer[i] == 0) {
                        throw new SheetRefusedException(Refusal.BINARY);
                    }
                }
                if (header.length() < HEADER_CHARS) {
                    header.append(buffer, 0, read);
                }
            }
        }
        return separatorOf(header);
    }

    private static char separatorOf(CharSequence text) {
        int commas = 0;
        int semicolons = 0;
        int tabs = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == '\n' || c == '\r') && commas + semicolons + tabs > 1) {
                break;
            } else if (!quoted) {
                commas += c == ',' ? 1 : 0;
                semicolons += c == ';' ? 1 : 0;
                tabs += c == '\t' ? 1 : 0;
            }
        }
        if (tabs > commas && tabs > semicolons) {
            return '\t';
        }
        return semicolons > commas ? ';' : ',';
    }

    private static Reader reader(Path file, Charset charset, int markBytes) throws IOException {
        InputStream in = Files.newInputStream(file);
        try {
            in.skipNBytes(markBytes);
        } catch (IOException e) {
            in.close();
            throw e;
        }
        return new InputStreamReader(
                in,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(
                                charset.equals(WINDOWS_1252) ? CodingErrorAction.REPLACE : CodingErrorAction.REPORT));
    }

    private static boolean startsWith(byte[] bytes, int... expected) {
        if (bytes.length < expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if ((bytes[i] & 0xFF) != expected[i]) {
                return false;
            }
        }
        return true;
    }
}
