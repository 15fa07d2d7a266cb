package id.smartkampung.village.register;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ResidentAliasTest {

    @Inject
    ResidentService residents;

    @Test
    void recordsThatLeadInACircleLeadNobodyRoundForEver() {
        UUID one = residents.register(Residents.named("Wage Satu"), Residents.anOfficer()).id;
        UUID other = residents.register(Residents.named("Wage Dua"), Residents.anOfficer()).id;
        QuarkusTransaction.requiringNew().run(() -> {
            alias(one, other).persist();
            alias(other, one).persist();
        });

        assertThat(QuarkusTransaction.requiringNew().call(() -> ResidentAlias.keptOf(other)))
                .contains(one);
    }

    private static ResidentAlias alias(UUID lost, UUID kept) {
        ResidentAlias alias = new ResidentAlias();
        alias.lostId = lost;
        alias.keptId = kept;
        alias.reason = "tercatat dua kali";
        alias.username = "operator";
        alias.at = Instant.parse("2026-11-01T00:00:00Z");
        return alias;
    }
}
