package id.smartkampung.district.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.model.event.FileChunk;
import id.smartkampung.model.log.Control;
import id.smartkampung.model.log.Hash;
import id.smartkampung.model.request.RequestState;
import id.smartkampung.web.account.Roles;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The signed file of a letter on its way from the village to the hand of the citizen. */
@QuarkusTest
class MallLetterTest extends MallVillage {

    private static final String OTHER_HASH = "ab".repeat(32);

    @Test
    void theSignedFileIsAskedForPrintedAndDeletedWhenItIsHandedOut() throws SQLException {
        String id = made();
        byte[] file = aFile(300_000);
        signed(id, file);
        assertThat(commands()).endsWith("letter-file-wanted.v1");
        assertThat(page(id)).contains("Ditandatangani").doesNotContain("Unduh untuk dicetak");
        assertThat(pdf(id).statusCode()).isEqualTo(409);

        List<FileChunk> parts = parts(file);
        tells(parts.get(0));
        assertThat(page(id)).contains("87% sampai");
        tells(parts.get(1));
        tells(parts.get(1));

        assertThat(page(id)).contains("Siap dicetak", "Unduh untuk dicetak");
        assertThat(pdf(id).asByteArray()).isEqualTo(file);
        assertThat(received()).isEqualTo("0");

        clerk.post("/mpp/" + id + "/serah");

        assertThat(page(id)).contains("Diserahkan", clerk.username());
        assertThat(pdf(id).statusCode()).isEqualTo(409);
        assertThat(tables.count("mall_chunk", village.node())).isZero();
        assertThat(commands()).endsWith("request-handed-out.v1");
        assertThat(officers.a(Roles.ADMIN).get("/jejak").asString())
                .contains("Mengambil surat untuk dicetak", "Menyerahkan surat di MPP");
    }

    @Test
    void aFileThatIsNotWhatWasSignedIsThrownAwayAndAskedForAgain() throws SQLException {
        String id = made();
        byte[] file = aFile(1000);
        byte[] broken = file.clone();
        broken[7] ^= 1;
        signed(id, file);

        tells(FileChunk.of(letter, Hash.sha256(file).hex(), broken, 0, UUID::randomUUID)
                .get(0));
        assertThat(pdf(id).statusCode()).isEqualTo(409);
        clerk.post("/mpp/" + id + "/surat/" + letter + "/minta");
        assertThat(commands()).endsWith("letter-file-wanted.v1 letter-file-wanted.v1");

        tells(parts(file).get(0));
        assertThat(pdf(id).asByteArray()).isEqualTo(file);
    }

    @Test
    void aFileThatNobodyAskedForIsKeptNowhere() throws SQLException {
        tells(parts(aFile(1000)).get(0));

        assertThat(tables.count("mall_chunk", village.node())).isZero();
        assertThat(received()).isEqualTo("0");
    }

    @Test
    void whatWasLostWithARestoredHubIsAskedAgain() throws SQLException {
        String open = made();
        String taken = made();
        tells(request(taken, RequestState.SUBMITTED));
        byte[] file = aFile(300_000);
        signed(taken, file);
        tells(parts(file).get(0));

        inbox.receive(village.node(), "topic-" + village.node(), village.obeying(new Control.Place(1, 99, OTHER_HASH)));

        assertThat(commands()).isEqualTo("request-made.v1 letter-file-wanted.v1");
        assertThat(tables.value(
                        "select convert_from(data, 'UTF8') from down_event where node = ? order by sequence limit 1",
                        village.node()))
                .contains(open, "Beasiswa");
        assertThat(lastCommand()).contains("\"from\":" + FileChunk.MAX_BYTES);
    }

    private Response pdf(String id) {
        return clerk.get("/mpp/" + id + "/surat/" + letter);
    }

    private String received() {
        return tables.value(
                "select sum(length(data)) from received_event where node = ? and type = 'file-chunk.v1'",
                village.node());
    }
}
