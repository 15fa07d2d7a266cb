package id.smartkampung.district.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.smartkampung.district.apply.ErasureWishService;
import id.smartkampung.district.lineage.Lineage.Check;
import id.smartkampung.model.event.ErasureGround;
import id.smartkampung.model.event.FamilyRemoved;
import id.smartkampung.model.event.HouseholdTakenOver;
import id.smartkampung.model.event.ResidentErased;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Faults 66 to 69 together: who is erased between two villages goes to neither. */
@QuarkusTest
class ErasedOnTheWayTest extends SplitVillage {

    @Inject
    ErasureWishService wishes;

    @Test
    void whoIsErasedBeforeTheHouseholdIsGivenIsGivenToNobodyAndTheOthersGoOn() throws SQLException {
        handOver();
        tells(parent, erased());
        lineages.give();

        assertThat(lastCommand(young))
                .contains(head.fullName())
                .doesNotContain(child.fullName())
                .doesNotContain(child.residentId().toString());

        tells(young, family, head, new HouseholdTakenOver(handover, lineage, List.of(), List.of()));
        Check end = conservation.check(lineage);
        assertThat(end.persons().withdrawn()).containsExactly(child.residentId());
        assertThat(end.isComplete()).isTrue();
    }

    @Test
    void noWordOfThemIsLeftInWhatWasHandedOver() throws SQLException {
        handOver();
        tells(parent, erased());

        assertThat(tables.value("select data::text from handover where node = ?", parent.node()))
                .contains(head.fullName())
                .doesNotContain(child.fullName());
        assertThat(tables.value(
                        "select string_agg(convert_from(data, 'UTF8'), '') from received_event "
                                + "where node = ? and type = 'household-handed-over.v1'",
                        parent.node()))
                .isEmpty();
    }

    @Test
    void aHouseholdWaitsUntilTheVillageHasAnsweredTheWishOfOneOfThem() throws SQLException {
        wishes.ask(parent.node(), child.residentId(), ErasureGround.ASKED_FOR, "admin");
        handOver();
        lineages.give();
        assertThat(commands(young)).isNull();

        tells(parent, erased());
        lineages.give();
        assertThat(commands(young)).isEqualTo("household-given.v1");
    }

    @Test
    void whoIsErasedWhileTheHouseholdIsBeingGivenIsGivenToNobody() throws SQLException {
        handOver();
        CompletableFuture<Void> given = QuarkusTransaction.requiringNew().call(() -> {
            tables.execute("update handover set data = data #- '{residents,1}' where node = ?", parent.node());
            CompletableFuture<Void> giving = CompletableFuture.runAsync(lineages::give);
            await().atMost(Duration.ofSeconds(30)).until(this::somebodyWaitsForTheHousehold);
            return giving;
        });
        given.join();

        assertThat(lastCommand(young)).contains(head.fullName()).doesNotContain(child.fullName());
    }

    private boolean somebodyWaitsForTheHousehold() {
        return tables.value("""
                        select count(*) from pg_stat_activity
                        where datname = current_database() and wait_event_type = 'Lock'
                            and query like '%for update of h' and ?::text is not null
                        """, young.node()).equals("1");
    }

    private void handOver() throws SQLException {
        tells(parent, handedOver(head, child), left(head), left(child), new FamilyRemoved(family.familyId()));
    }

    private ResidentErased erased() {
        return new ResidentErased(child.residentId(), ErasureGround.ASKED_FOR);
    }
}
