package id.smartkampung.district.deposit;

import id.smartkampung.district.web.Reading;
import id.smartkampung.model.enrolment.BackupDeposit;
import id.smartkampung.model.enrolment.LetterDeposit;
import id.smartkampung.model.log.NodeId;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Keeps the locked letters of the villages, for ever and each once. Only those that the log names are taken: a stranger
 * with the key of a village fills no disk with what is none.
 */
@ApplicationScoped
public class LetterDeposits {

    private static final String FOLDER = "letters";
    private static final int NOT_FOUND = 404;
    private static final int TOO_LARGE = 413;
    private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}-[0-9a-f]{16}");
    private static final int HASH = 64;

    private final Reading reading;
    private final DepositFiles files;
    private final DepositConfig config;
    private final Map<NodeId, Object> locks = new ConcurrentHashMap<>();

    LetterDeposits(Reading reading, DepositConfig config) {
        this.reading = reading;
        this.files = new DepositFiles(config.folder().resolve(FOLDER));
        this.config = config;
    }

    /**
     * How many letters of a village are safe here.
     *
     * @param named by its log
     * @param there of these
     */
    public record Balance(long named, long there) {}

    /** Hashes of the files that this village is to leave here. */
    LetterDeposit.Lacking lacking(LetterDeposit.Ask asked) {
        NodeId node = new NodeId(asked.node());
        Set<String> there = names(node);
        List<String> named = named(node);
        return new LetterDeposit.Lacking(
                named.size(),
                named.stream()
                        .filter(sha256 -> !there.contains(LetterDeposit.name(sha256, asked.lock())))
                        .limit(LetterDeposit.MOST)
                        .toList());
    }

    Balance balance(NodeId node) {
        Set<String> there =
                names(node).stream().map(name -> name.substring(0, HASH)).collect(Collectors.toSet());
        List<String> named = named(node);
        return new Balance(named.size(), named.stream().filter(there::contains).count());
    }

    /** Takes a piece if it is the next one, and says how much is there. */
    BackupDeposit.Progress take(BackupDeposit deposit, byte[] piece) {
        NodeId node = new NodeId(deposit.node());
        requireName(deposit.id());
        if (deposit.size() > config.largestLetter().asLongValue()) {
            throw new DepositRefusedException(TOO_LARGE, "a letter of " + deposit.size() + " bytes is too large");
        }
        synchronized (locks.computeIfAbsent(node, any -> new Object())) {
            if (files.isThere(deposit)) {
                return new BackupDeposit.Progress(deposit.size());
            }
            if (!named(node).contains(deposit.id().substring(0, HASH))) {
                throw new DepositRefusedException(NOT_FOUND, "no letter of village " + node + " has this file");
            }
            try {
                return new BackupDeposit.Progress(files.take(deposit, piece));
            } catch (IOException e) {
                throw new UncheckedIOException("a letter of village " + node + " is not stored", e);
            }
        }
    }

    /** A letter, from the place on that is wanted. */
    BackupDeposit find(BackupDeposit.Fetch wanted) {
        NodeId node = new NodeId(wanted.node());
        requireName(wanted.id());
        try {
            return files.find(node, wanted.id())
                    .map(one -> one.at(wanted.offset()))
                    .orElseThrow(() ->
                            new DepositRefusedException(NOT_FOUND, "this letter of village " + node + " is not here"));
        } catch (IOException e) {
            throw new UncheckedIOException("a letter of village " + node + " is not read", e);
        }
    }

    byte[] piece(BackupDeposit letter) {
        try {
            return files.read(letter, letter.offset());
        } catch (IOException e) {
            throw new UncheckedIOException("a letter of village " + letter.node() + " is not read", e);
        }
    }

    private List<String> named(NodeId node) {
        return reading.list(
                row -> row.getString(1),
                "select distinct file_sha256 from letter where node = ? and file_sha256 is not null order by 1",
                node.value());
    }

    private Set<String> names(NodeId node) {
        try {
            return files.names(node);
        } catch (IOException e) {
            throw new UncheckedIOException("the letters of village " + node + " are not listed", e);
        }
    }

    /** It becomes the name of a file. */
    private static void requireName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("this is no name of a letter");
        }
    }
}
