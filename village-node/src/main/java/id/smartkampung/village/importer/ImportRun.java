package id.smartkampung.village.importer;

import id.smartkampung.village.history.Author;
import id.smartkampung.village.importer.sheet.Refusal;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** One uploaded file and what became of it. */
@Entity
public class ImportRun extends PanacheEntityBase {

    @Id
    public UUID id;

    /** The name that the officer's computer gave it; for eyes only. */
    public String fileName;

    public long fileBytes;

    @Enumerated(EnumType.STRING)
    public RunState state;

    @Enumerated(EnumType.STRING)
    public Refusal refusal;

    public String refusalDetail;

    public boolean guessedEncoding;

    /** The columns as they were recognised, see {@link ColumnList}. */
    public String columns;

    public int rowCount;

    public int familyCount;

    public int checkedRows;

    public int newRows;

    public int changedRows;

    public int unchangedRows;

    public int errorRows;

    public int warningRows;

    public int doneRows;

    public int doneNew;

    public int doneChanged;

    public int doneUnchanged;

    public int doneSkipped;

    public UUID accountId;

    public String username;

    public Instant createdAt;

    public Instant startedAt;

    /** When the present stretch of work began, for the speed. */
    public Instant resumedAt;

    public int resumedRows;

    public Instant finishedAt;

    static ImportRun byId(UUID id) {
        return ImportRun.<ImportRun>findByIdOptional(id).orElseThrow(NotFoundException::new);
    }

    /** Held until the commit, so that an officer's pause and a chunk do not pass each other. */
    static ImportRun locked(UUID id) {
        return ImportRun.<ImportRun>findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(NotFoundException::new);
    }

    static List<ImportRun> newest(int limit) {
        return ImportRun.<ImportRun>find("state <> ?1 order by createdAt desc, id", RunState.DISCARDED)
                .page(0, limit)
                .list();
    }

    static List<UUID> working() {
        return ImportRun.<ImportRun>list(
                        "state in ?1 order by createdAt, id", List.of(RunState.CHECKING, RunState.RUNNING))
                .stream()
                .map(run -> run.id)
                .toList();
    }

    Author author() {
        return new Author(accountId, username, Author.IMPORT);
    }

    /** Whether an officer may still say what columns with a strange name mean. */
    boolean asksForColumns() {
        return state == RunState.CHECKED || (state == RunState.REFUSED && refusal == Refusal.COLUMN_MISSING);
    }

    /** Rows that an officer may let in. */
    int readyRows() {
        return newRows + changedRows + unchangedRows;
    }
}
