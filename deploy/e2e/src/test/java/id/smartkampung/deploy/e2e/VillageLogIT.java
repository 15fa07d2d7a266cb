package id.smartkampung.deploy.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import id.smartkampung.deploy.regency.Clerk;
import id.smartkampung.deploy.regency.Regency;
import id.smartkampung.deploy.servers.Database;
import id.smartkampung.model.wilayah.KodeWilayah;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Faults 4 to 7: the database of a packaged village numbers in the order of the commits, and nothing behind the log. */
class VillageLogIT {

    private static final Duration SOON = Duration.ofMinutes(2);
    private static final int OPERATORS = 3;
    private static final int EACH = 30;

    /** What somebody who looks at this moment sees of the log: its end, and how many events lead there from a place. */
    private static final String SEEN = """
            select h.sequence - %1$d || ' numbered, ' || count(o.sequence) || ' seen'
            from log_head h left join outbox o on o.epoch = h.epoch and o.sequence > %1$d
            group by h.sequence
            """;

    private final Regency regency = SharedRegency.get();
    private final KodeWilayah kode = SharedRegency.VILLAGE;
    private final Database database = regency.villageDatabase(kode);

    @Test
    void whoCommitsFirstIsNumberedFirstThoughItBeganLast() throws Exception {
        Clerk slow = operator();
        Clerk quick = operator();
        String slowNik = "3510940000000001";
        String quickNik = "3510940000000002";
        register(slow, slowNik);
        String resident = residentOf(slowNik);
        long before = end();
        try (Connection owner = database.asOwner();
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute("select from resident where id = '" + resident + "' for update");
            FutureTask<Clerk.Page> began = renaming(slow, resident);
            awaitWaitingFor(owner);

            register(quick, quickNik);

            assertThat(began).isNotDone();
            assertThat(namedAfter(before)).containsExactly(residentOf(quickNik));
            owner.rollback();
            assertThat(began.get(1, TimeUnit.MINUTES).status()).isLessThan(400);
        }
        assertThat(namedAfter(before)).containsExactly(residentOf(quickNik), resident);
        Arrived.assertArrived(regency, kode, List.of(slowNik, quickNik));
    }

    /** If a number could be seen before a smaller one, its transaction would have committed out of the order. */
    @Test
    void whoeverLooksWhileSeveralWorkSeesALogWithoutAHole() throws SQLException {
        long before = end();
        List<Traffic> operators = Traffic.several(OPERATORS, regency.village(kode), "35104");
        try (Connection reader = database.asReader()) {
            await().atMost(SOON)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(1))
                    .until(() -> {
                        assertNoHole(reader, before);
                        return operators.stream().allMatch(each -> each.acknowledged() >= EACH);
                    });
        } finally {
            operators.forEach(Traffic::end);
        }
        Arrived.assertArrived(regency, kode, Traffic.registered(operators));
    }

    @Test
    void whatLeavesNoEventIsRefusedAtTheSqlPromptWhoeverSitsThere() throws IOException, SQLException {
        String nik = "3510970000000001";
        register(operator(), nik);
        String where = " where id = '" + residentOf(nik) + "'";
        String row = rowOf(nik);
        long before = end();

        for (Connection person : List.of(database.asOwner(), database.asApp())) {
            try (person;
                    Statement statement = person.createStatement()) {
                for (String change : List.of(
                        "update resident set full_name = 'Tanpa Peristiwa'" + where,
                        // The event of another transaction names exactly this row.
                        "update resident set full_name = full_name" + where,
                        "delete from resident" + where)) {
                    assertThatThrownBy(() -> statement.execute(change))
                            .as(change)
                            .isInstanceOf(SQLException.class)
                            .hasMessageContaining("leaves no event");
                }
            }
        }
        try (Connection owner = database.asOwner();
                Statement statement = owner.createStatement()) {
            assertThatThrownBy(() -> statement.execute("truncate resident cascade"))
                    .hasMessageContaining("not truncated");
        }

        assertThat(rowOf(nik)).isEqualTo(row);
        assertThat(namedAfter(before)).isEmpty();
        Arrived.assertArrived(regency, kode, List.of(nik));
    }

    private static void assertNoHole(Connection reader, long before) throws SQLException {
        assertThat(Rows.strings(reader, SEEN.formatted(before)))
                .singleElement()
                .asString()
                .matches("(\\d+) numbered, \\1 seen");
    }

    private Clerk operator() throws IOException {
        return Clerk.at(regency.village(kode).url(), "operator", Accounts.PASSWORD);
    }

    private static void register(Clerk operator, String nik) throws IOException {
        Clerk.Page answer = operator.submit(
                operator.open("/penduduk/baru").form("/penduduk"),
                Map.of("nik", nik, "fullName", "Uji Urutan", "sex", "1", "bornOn", "1990-01-11", "dusun", "KRAJAN"));
        assertThat(answer.status()).as("registering %s", nik).isLessThan(400);
    }

    /** A change that has been sent and not yet answered. */
    private static FutureTask<Clerk.Page> renaming(Clerk operator, String resident) throws IOException {
        String address = "/penduduk/" + resident + "/ubah";
        Clerk.Page form = operator.open(address);
        FutureTask<Clerk.Page> change =
                new FutureTask<>(() -> operator.submit(form.form(address), Map.of("fullName", "Uji Paling Lambat")));
        Thread sending = new Thread(change, "began-first");
        sending.setDaemon(true);
        sending.start();
        return change;
    }

    /** Somebody is in a transaction that cannot go on before this one ends. */
    private static void awaitWaitingFor(Connection holder) {
        await().atMost(SOON)
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(() -> assertThat(
                                Rows.strings(
                                        holder,
                                        "select pid from pg_stat_activity where pg_backend_pid() = any (pg_blocking_pids(pid))"))
                        .isNotEmpty());
    }

    private long end() throws SQLException {
        return Long.parseLong(atTheVillage("select sequence from log_head").get(0));
    }

    /** The residents of whom the events after a place tell, in the order of their numbers. */
    private List<String> namedAfter(long sequence) throws SQLException {
        return atTheVillage("select o.subject_id from outbox o join log_head h on h.epoch = o.epoch"
                + " where o.subject_table = 'resident' and o.sequence > " + sequence + " order by o.sequence");
    }

    private String residentOf(String nik) throws SQLException {
        return atTheVillage("select id from resident where nik = '" + nik + "'").get(0);
    }

    private String rowOf(String nik) throws SQLException {
        return atTheVillage("select r::text from resident r where nik = '" + nik + "'")
                .get(0);
    }

    private List<String> atTheVillage(String sql) throws SQLException {
        try (Connection reader = database.asReader()) {
            return Rows.strings(reader, sql);
        }
    }
}
