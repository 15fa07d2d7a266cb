package id.smartkampung.village.letter.number;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Where signed letters are kept, and where whoever holds one has it verified. */
@ConfigMapping(prefix = "village.letter")
public interface LetterConfig {

    /** Signed files; never below anything that is served, and part of every backup. */
    @WithDefault("data/letters")
    Path folder();

    /** Keys of those who sign here, each under a passphrase. */
    @WithDefault("keys")
    Path keysFolder();

    /** Begin of the address that a QR code leads to, such as https://surat.kabupaten.go.id; none without it. */
    Optional<String> verifyAddress();

    Bsre bsre();

    /** The Esign Client Service of the national authority (<i>Balai Sertifikasi Elektronik</i>). */
    interface Bsre {

        /** Such as https://esign.kabupaten.go.id; without it letters are signed with keys of the village. */
        Optional<URI> address();

        Optional<String> username();

        Optional<String> password();

        /** How long it may take to sign one letter. */
        @WithDefault("60s")
        Duration patience();
    }
}
