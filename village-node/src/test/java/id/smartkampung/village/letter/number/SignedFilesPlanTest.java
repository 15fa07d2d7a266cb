package id.smartkampung.village.letter.number;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.village.Plans;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SignedFilesPlanTest {

    @Inject
    AgroalDataSource database;

    @Inject
    LetterConfig config;

    @Test
    void theFilesAreListedWithoutReadingTheLetters() {
        String plan = QuarkusTransaction.requiringNew().call(() -> {
            try (Connection connection = database.getConnection()) {
                Plans.asInALargeTable(connection);
                return Plans.of(connection, SignedFiles.folder(config).query());
            }
        });

        assertThat(plan).contains("Index Only Scan using letter_file");
    }
}
