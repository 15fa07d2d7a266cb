package id.smartkampung.village.backup;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.smartkampung.model.log.KeyFile;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.log.NodeKey;
import id.smartkampung.village.enrolment.JoinFailure;
import id.smartkampung.village.enrolment.JoinedHub;
import id.smartkampung.village.enrolment.Joining;
import id.smartkampung.village.trust.SyncConfig;
import id.smartkampung.web.backup.BackupCommand.Terminal;
import id.smartkampung.web.backup.BackupException;
import id.smartkampung.web.backup.BackupException.Reason;
import id.smartkampung.web.backup.Medium;
import id.smartkampung.web.text.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;

/** A new machine in the place of one that was lost: it joins under the same name and fetches the last backup. */
final class LostServer {

    private static final String KEY = "node.pem";

    private final NodeId node;
    private final SyncConfig sync;
    private final Path folder;
    private final boolean demo;
    private final ObjectMapper json;
    private final Texts texts;

    LostServer(NodeId node, SyncConfig sync, Path folder, boolean demo, ObjectMapper json, Texts texts) {
        this.node = node;
        this.sync = sync;
        this.folder = folder;
        this.demo = demo;
        this.json = json;
        this.texts = texts;
    }

    Path fetch(Terminal terminal) throws BackupException {
        try {
            return fetch(terminal, key());
        } catch (UncheckedIOException e) {
            throw new BackupException(e, Reason.KEY_FILE, sync.keysFolder());
        }
    }

    private Path fetch(Terminal terminal, NodeKey key) throws BackupException {
        JoinedHub joined = new JoinedHub(sync, json);
        if (joined.place().isEmpty()) {
            join(terminal, key);
        }
        JoinedHub.Place hub = joined.place().orElseThrow();
        terminal.say(texts.of("backup.command.fetching", hub.address(), node));
        try {
            return new DepositClient(hub, node, key, json)
                    .fetch(folder)
                    .orElseThrow(() -> new BackupException(Reason.NO_DEPOSIT));
        } catch (DistrictAnswerException e) {
            throw new BackupException(e, Reason.DISTRICT_REFUSES, hub.address(), e.status());
        } catch (IOException e) {
            throw Medium.isFull(e, folder)
                    ? new BackupException(e, Reason.FULL, folder)
                    : new BackupException(e, Reason.NO_DISTRICT, hub.address());
        }
    }

    private NodeKey key() throws BackupException {
        Path file = sync.keysFolder().resolve(KEY);
        try {
            return new KeyFile(file).readOrMake();
        } catch (IOException e) {
            throw new BackupException(e, Reason.KEY_FILE, file);
        }
    }

    private void join(Terminal terminal, NodeKey key) throws BackupException {
        String address = terminal.ask(texts.of("backup.command.address"));
        String code = terminal.ask(texts.of("backup.command.code", node));
        try {
            Joining.ofCommand(sync, json).join(node, key, address, code, demo);
        } catch (JoinFailure e) {
            String why = texts.of("join." + e.reason().name().toLowerCase(Locale.ROOT));
            throw new BackupException(e, Reason.NOT_JOINED, why);
        }
    }
}
