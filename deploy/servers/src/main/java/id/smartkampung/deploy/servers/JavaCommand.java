package id.smartkampung.deploy.servers;

import java.nio.file.Path;

/** The Java that runs this program, to start others with it. */
public final class JavaCommand {

    private JavaCommand() {}

    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    static String keytool() {
        return Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    }
}
