package id.smartkampung.deploy.launcher;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** What the person at the terminal reads: lines, and one line at the end that is written over. */
final class Console {

    private final PrintStream out;
    private final boolean terminal;
    private String live = "";

    Console(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** The command that starts us knows whether somebody sits there. */
    static Console ofProcess() {
        return new Console(
                new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8),
                Boolean.getBoolean("kampung.terminal"));
    }

    synchronized void line(String text) {
        if (terminal && !live.isEmpty()) {
            out.print("\r" + " ".repeat(live.length()) + "\r");
        }
        out.println(text);
        if (terminal && !live.isEmpty()) {
            out.print(live);
            out.flush();
        }
    }

    /** In a file or a pipe only what changed is worth a line. */
    synchronized void live(String text) {
        if (text.equals(live)) {
            return;
        }
        if (terminal) {
            out.print("\r" + text + " ".repeat(Math.max(0, live.length() - text.length())));
            out.flush();
        } else {
            out.println(text);
        }
        live = text;
    }

    /** The live line stays where it is, and what follows comes below it. */
    synchronized void endLive() {
        if (terminal && !live.isEmpty()) {
            out.println();
        }
        live = "";
    }
}
