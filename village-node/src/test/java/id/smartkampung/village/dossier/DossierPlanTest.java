package id.smartkampung.village.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.village.Plans;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DossierPlanTest {

    @Inject
    AgroalDataSource database;

    @Test
    void whatWasToldIsFoundWithoutReadingTheLog() {
        assertThat(plan(DossierService.TOLD.replace(":subjects", "'" + UUID.randomUUID() + "'")))
                .contains("outbox_subject");
    }

    @Test
    void listsThatWereTakenAreFoundWithoutReadingTheTrail() {
        assertThat(plan("select * from audit_entry where action in ('book-exported', 'import-exported')"
                        + " and at >= now() - interval '1 year'"))
                .contains("audit_entry_action");
    }

    private String plan(String sql) {
        return QuarkusTransaction.requiringNew().call(() -> {
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("set local enable_seqscan = off");
                return Plans.of(connection, sql);
            }
        });
    }
}
