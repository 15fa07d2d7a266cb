package id.smartkampung.district.outgoing;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Settings of outgoing calls for tests without a program. */
final class TestOutgoing {

    private TestOutgoing() {}

    static OutgoingConfig strict() {
        return settings(Optional.empty(), Optional.empty());
    }

    static OutgoingConfig allowing(String network, Optional<Path> authority) {
        return settings(Optional.of(List.of(network)), authority);
    }

    private static OutgoingConfig settings(Optional<List<String>> networks, Optional<Path> authority) {
        return new OutgoingConfig() {
            @Override
            public Optional<List<String>> innerNetworks() {
                return networks;
            }

            @Override
            public Set<Integer> ports() {
                return Set.of(443, 8443);
            }

            @Override
            public boolean plainHttp() {
                return false;
            }

            @Override
            public Optional<Path> authority() {
                return authority;
            }

            @Override
            public Duration connectWithin() {
                return Duration.ofSeconds(2);
            }

            @Override
            public Duration answerWithin() {
                return Duration.ofSeconds(3);
            }
        };
    }
}
