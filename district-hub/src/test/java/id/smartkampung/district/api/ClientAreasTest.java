package id.smartkampung.district.api;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.district.client.Clients;
import id.smartkampung.district.web.Kampung;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A client of one kecamatan sees nothing of another. */
@QuarkusTest
class ClientAreasTest {

    private static final String SRAGI = "35.10.19.2003";
    private static final String ELSEWHERE = "35.10.06.2004";

    @Inject
    Clients clients;

    @Inject
    Kampung kampung;

    private Clients.Program program;
    private UUID here;
    private UUID there;

    @BeforeEach
    void twoVillagesHavePeople() {
        program = clients.mayIn(List.of("35.10.19"), Scopes.ALL.toArray(String[]::new));
        here = people(SRAGI, "Sragi", "3510194403870001");
        there = people(ELSEWHERE, "Tamanagung", "3510064403870002");
    }

    @ParameterizedTest
    @ValueSource(strings = {"residents", "families", "mutations", "requests", "villages"})
    void byList(String resource) {
        List<String> nodes = program.get("/api/v1/" + resource).path("items.node");

        assertThat(nodes).isNotEmpty().containsOnly(SRAGI);
    }

    @ParameterizedTest
    @ValueSource(strings = {"residents", "families", "mutations", "requests"})
    void byId(String resource) {
        assertThat(program.get("/api/v1/" + resource + "/" + SRAGI + "/" + here).statusCode())
                .isEqualTo(200);
        assertThat(program.get("/api/v1/" + resource + "/" + ELSEWHERE + "/" + there)
                        .statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"residents", "families", "mutations", "requests"})
    void bySearch(String resource) {
        for (String query : List.of("village=" + ELSEWHERE, "kecamatan=35.10.06", "kecamatan=35.10", "kecamatan=35")) {
            assertThat(program.get("/api/v1/" + resource + "?" + query).<List<String>>path("items.node"))
                    .as(query)
                    .isEmpty();
        }
    }

    @Test
    void byTotals() {
        kampung.counts(SRAGI, "people", "F", 97);
        kampung.counts(ELSEWHERE, "people", "F", 1000);

        assertThat(program.get("/api/v1/totals").<Integer>path("items[0].people"))
                .isEqualTo(97);
        assertThat(program.get("/api/v1/totals/villages").<List<String>>path("items.kode"))
                .containsExactly(SRAGI);
        assertThat(program.get("/api/v1/totals/kecamatan").<List<String>>path("items.kode"))
                .containsExactly("35.10.19");
    }

    @Test
    void byAreas() {
        List<String> codes = program.get("/api/v1/areas").path("items.kode");

        assertThat(codes)
                .contains("35.10", "35.10.19", SRAGI)
                .allMatch(code -> code.equals("35.10") || code.startsWith("35.10.19"));
    }

    /** All of one village by the same id, so that one path fits all. */
    private UUID people(String node, String name, String nik) {
        kampung.joins(node, name);
        UUID id = kampung.registers(node, nik, "Warga " + name);
        UUID family = kampung.keeps(node, nik, "Dusun Krajan");
        UUID mutation = kampung.books(node, id, "BIRTH");
        UUID request = kampung.asks(node, "26-0001", "SUBMITTED", Instant.EPOCH);
        kampung.run("update family set id = ? where id = ?", id, family);
        kampung.run("update mutation set id = ? where id = ?", id, mutation);
        kampung.run("update request set id = ? where id = ?", id, request);
        return id;
    }
}
