package id.smartkampung.deploy.volume;

import id.smartkampung.model.change.MutationKind;
import id.smartkampung.model.event.MutationRecorded;
import id.smartkampung.model.vocabulary.Citizenship;
import id.smartkampung.model.vocabulary.Coded;
import id.smartkampung.model.vocabulary.Relationship;
import id.smartkampung.model.vocabulary.Residency;
import id.smartkampung.model.vocabulary.Sex;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Reads from the register of a village who may have asked for something, and who has come in the last ten years. */
final class Register {

    /** In no order that anything else knows. */
    private static final String GROWN_UP = """
            select id, full_name from resident
            where base_status = 1 and born_on < ?::date - interval '17 years' order by md5(id::text)
            """;

    /** Whoever is younger than ten years was born here; of the others each twelfth moved in, on some day since. */
    private static final String COME = """
            select r.id, r.family_id, r.sex, r.citizenship, r.residency, r.relationship, r.dusun,
                case when young then 'BIRTH' else 'ARRIVAL' end as kind, happened_on,
                least(happened_on + 14, ?::date) as reported_on
            from (
                select *, born_on >= ?::date - interval '10 years' as young,
                    case
                        when born_on >= ?::date - interval '10 years' then born_on
                        else ?::date - (hashtext(id::text) & 2147483647) % 3650
                    end as happened_on
                from resident where base_status = 1) r
            where young or (hashtext(id::text) & 2147483647) % 12 = 0
            order by reported_on, id
            """;

    private final Connection village;
    private final LocalDate today;

    Register(Connection village, LocalDate today) {
        this.village = village;
        this.today = today;
    }

    /** Somebody who asks for a letter. */
    record Applicant(UUID id, String name) {}

    List<Applicant> grownUp() throws SQLException {
        List<Applicant> people = new ArrayList<>();
        try (PreparedStatement select = village.prepareStatement(GROWN_UP)) {
            select.setObject(1, today);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    people.add(new Applicant(row.getObject(1, UUID.class), row.getString(2)));
                }
            }
        }
        return people;
    }

    /** Births and arrivals of people who are here, as they would have been recorded. */
    List<MutationRecorded> come() throws SQLException {
        List<MutationRecorded> mutations = new ArrayList<>();
        try (PreparedStatement select = village.prepareStatement(COME)) {
            for (int i = 1; i <= 4; i++) {
                select.setObject(i, today);
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    mutations.add(mutation(row));
                }
            }
        }
        return mutations;
    }

    private static MutationRecorded mutation(ResultSet row) throws SQLException {
        LocalDate reported = row.getObject("reported_on", LocalDate.class);
        return new MutationRecorded(
                UUID.randomUUID(),
                row.getObject("id", UUID.class),
                row.getObject("family_id", UUID.class),
                MutationKind.valueOf(row.getString("kind")),
                row.getObject("happened_on", LocalDate.class),
                reported,
                reported,
                reported.atTime(LocalTime.of(10, 0)).toInstant(TenYears.WIB),
                true,
                coded(row, "sex", Sex.class),
                coded(row, "citizenship", Citizenship.class),
                coded(row, "residency", Residency.class),
                coded(row, "relationship", Relationship.class),
                row.getString("dusun"),
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static <E extends Enum<E> & Coded> E coded(ResultSet row, String column, Class<E> vocabulary)
            throws SQLException {
        int code = row.getInt(column);
        return row.wasNull() ? null : Coded.ofCode(vocabulary, code);
    }
}
