package id.smartkampung.village.letter.signing;

import id.smartkampung.village.letter.number.LetterConfig;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** One folder for all, and an authority that must answer soon. */
record Settings(Path folder, Optional<URI> authority) implements LetterConfig {

    @Override
    public Path keysFolder() {
        return folder;
    }

    @Override
    public Optional<String> verifyAddress() {
        return Optional.empty();
    }

    @Override
    public Bsre bsre() {
        return new Authority(authority);
    }

    /** Where the authority is, and who we say to be. */
    private record Authority(Optional<URI> address) implements Bsre {

        @Override
        public Optional<String> username() {
            return Optional.of("desa");
        }

        @Override
        public Optional<String> password() {
            return Optional.of("rahasia uji");
        }

        @Override
        public Duration patience() {
            return Duration.ofSeconds(10);
        }
    }
}
