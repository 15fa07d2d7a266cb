package id.smartkampung.village.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import id.smartkampung.model.enrolment.BackupDeposit;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.village.enrolment.JoinedHub;
import id.smartkampung.village.trust.SyncConfig;
import id.smartkampung.web.backup.BackupCommand.Terminal;
import id.smartkampung.web.backup.BackupException;
import id.smartkampung.web.backup.BackupException.Reason;
import id.smartkampung.web.file.PrivateFile;
import id.smartkampung.web.text.Texts;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What who stands before a new machine is told when its backup does not come. */
class LostServerTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private final Deque<String> typed = new ArrayDeque<>();
    private final List<String> told = new ArrayList<>();

    @Test
    void aCodeThatIsNoneIsRefusedInTheWordsOfThePage() {
        typed.addAll(List.of("https://localhost:1/", "salah"));

        assertThatThrownBy(() -> lost().fetch(terminal())).isInstanceOfSatisfying(BackupException.class, refused -> {
            assertThat(refused.reason()).isEqualTo(Reason.NOT_JOINED);
            assertThat(refused.details()[0].toString()).contains("Kode ini salah ketik");
        });
        assertThat(told)
                .containsExactly(
                        "Alamat kabupaten, seperti pada lembar kode:", "Kode sambungan baru untuk 35.10.01.2001:");
    }

    @Test
    void aDistrictThatDoesNotAnswerIsNamed() throws IOException {
        HttpServer hub = hub(200);
        hub.stop(0);
        joined(hub);

        assertRefused(Reason.NO_DISTRICT);
    }

    @Test
    void aDistrictThatDoesNotKnowTheServerIsNamed() throws IOException {
        HttpServer hub = hub(403);
        joined(hub);

        assertRefused(Reason.DISTRICT_REFUSES);
        hub.stop(0);
    }

    @Test
    void aDistrictWithoutABackupIsNamed() throws IOException {
        HttpServer hub = hub(404);
        joined(hub);

        assertRefused(Reason.NO_DEPOSIT);
        hub.stop(0);
    }

    @Test
    void aFolderOfKeysThatCannotBeMadeIsNamed() throws IOException {
        Files.writeString(folder.resolve("keys"), "");

        assertRefused(Reason.KEY_FILE);
    }

    private void assertRefused(Reason reason) {
        assertThatThrownBy(() -> lost().fetch(terminal()))
                .isInstanceOfSatisfying(
                        BackupException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private static HttpServer hub(int status) throws IOException {
        HttpServer hub = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
        hub.createContext(BackupDeposit.FETCH_PATH, exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        hub.start();
        return hub;
    }

    private void joined(HttpServer hub) throws IOException {
        String address = "http://localhost:" + hub.getAddress().getPort() + "/";
        PrivateFile.write(
                folder.resolve("keys").resolve("hub.json"), JSON.writeValueAsBytes(new JoinedHub.Place(address, null)));
    }

    private LostServer lost() {
        SyncConfig sync = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withSources(new PropertiesConfigSource(
                        Map.of(
                                "village.sync.keys-folder",
                                folder.resolve("keys").toString()),
                        "test",
                        100))
                .withMapping(SyncConfig.class)
                .build()
                .getConfigMapping(SyncConfig.class);
        return new LostServer(
                new NodeId("35.10.01.2001"), sync, folder.resolve("backup"), false, JSON, Texts.ofCommand());
    }

    private Terminal terminal() {
        return new Terminal() {
            @Override
            public String ask(String question) {
                told.add(question);
                return typed.pop();
            }

            @Override
            public void say(String line) {
                told.add(line);
            }
        };
    }
}
