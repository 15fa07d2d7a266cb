package id.smartkampung.deploy.volume;

import id.smartkampung.deploy.launcher.DemoRequests;
import id.smartkampung.deploy.regency.Clerk;
import id.smartkampung.deploy.regency.ProgramProcess;
import id.smartkampung.deploy.regency.Rows;
import id.smartkampung.deploy.servers.Database;
import id.smartkampung.model.event.LetterRecorded;
import id.smartkampung.model.letter.ArchiveScheme;
import id.smartkampung.model.letter.LetterCode;
import id.smartkampung.model.letter.LetterFact;
import id.smartkampung.model.letter.LetterKind;
import id.smartkampung.model.letter.LetterState;
import id.smartkampung.model.letter.SigningMethod;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.FormElement;

/**
 * A letter that was made through the pages of a village and that others are made after: with the same answers, the same
 * wording, the same head.
 *
 * @param id of the model itself
 * @param requestId of the model itself
 * @param validDays how long it is good; null for one that does not expire
 */
public record LetterModel(
        UUID id,
        UUID requestId,
        LetterKind kind,
        int typeVersion,
        String typeName,
        ArchiveScheme scheme,
        String classification,
        String scope,
        Integer validDays,
        String signerTitle,
        String signerName,
        List<LetterFact> facts) {

    private static final String WAITING = "select id from request where state = 'AWAITING_SIGNATURE' order by number";

    /** Letters whose request has no other. */
    private static final String READ = """
            select l.id, l.request_id, l.kind, l.type_version, l.type_name, l.scheme, l.classification, l.scope,
                l.valid_until - l.issued_on as valid_days, l.signer_title, l.signer_name, l.facts
            from letter l
            where l.state = 'NUMBERED'
                and (select count(*) from letter_draft d where d.request_id = l.request_id and d.numbered) = 1
            order by l.year, l.sequence
            """;

    /** What is this letter's own. */
    record Own(
            UUID id,
            UUID requestId,
            UUID applicantId,
            String number,
            int sequence,
            LocalDate issuedOn,
            LetterCode code,
            String subjectMasked) {}

    /** Lets the officers of a village hand in, fill in and number some letters. */
    public static void make(ProgramProcess village, Database database) throws IOException, SQLException {
        new DemoRequests(village, database).makeOnce();
        Clerk secretary = Clerk.at(village.url(), "sekdes", Clerk.DEMO_PASSWORD);
        for (String request : Rows.of(database, WAITING)) {
            Clerk.Page page = secretary.open("/tanda-tangan/" + request);
            // a request of forms that citizens sign alone has nothing to number
            if (page.content().selectFirst("form[action$=/pena]") instanceof FormElement pen) {
                secretary.submit(pen, Map.of());
            }
        }
    }

    /** Those that wait for their signature, the first numbered first. */
    public static List<LetterModel> read(Connection village) throws SQLException {
        List<LetterModel> models = new ArrayList<>();
        try (Statement statement = village.createStatement();
                ResultSet row = statement.executeQuery(READ)) {
            while (row.next()) {
                models.add(new LetterModel(
                        row.getObject("id", UUID.class),
                        row.getObject("request_id", UUID.class),
                        new LetterKind(row.getString("kind")),
                        row.getInt("type_version"),
                        row.getString("type_name"),
                        ArchiveScheme.valueOf(row.getString("scheme")),
                        row.getString("classification"),
                        row.getString("scope"),
                        row.getObject("valid_days", Integer.class),
                        row.getString("signer_title"),
                        row.getString("signer_name"),
                        LetterFact.read(row.getString("facts"))));
            }
        }
        if (models.isEmpty()) {
            throw new SQLException("no letter of this village has a number: there is nothing to make others after");
        }
        return models;
    }

    /** One made after it, as it was when it got its number. */
    LetterRecorded numbered(Own own, Instant at) {
        return recorded(own, LetterState.NUMBERED, at, null);
    }

    /** The same after it was signed by pen. */
    LetterRecorded signed(Own own, Instant at, SignedScan scan) {
        return recorded(own, LetterState.SIGNED, at, scan);
    }

    private LetterRecorded recorded(Own own, LetterState state, Instant at, SignedScan scan) {
        return new LetterRecorded(
                own.id(),
                own.requestId(),
                own.applicantId(),
                kind,
                typeVersion,
                typeName,
                scheme,
                classification,
                own.number(),
                own.issuedOn().getYear(),
                own.sequence(),
                own.issuedOn(),
                validDays == null ? null : own.issuedOn().plusDays(validDays),
                state,
                at,
                null,
                signerTitle,
                signerName,
                scan == null ? null : SigningMethod.PEN,
                own.code(),
                own.subjectMasked(),
                facts,
                scan == null ? null : scan.sha256(),
                scan == null ? null : scan.bytes());
    }
}
