package id.smartkampung.village.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.smartkampung.model.change.MutationKind;
import id.smartkampung.model.resident.ResidentField;
import id.smartkampung.model.vocabulary.BaseStatus;
import id.smartkampung.model.vocabulary.MaritalStatus;
import id.smartkampung.model.vocabulary.Relationship;
import id.smartkampung.village.history.ChangedMeanwhileException;
import id.smartkampung.village.register.Resident;
import id.smartkampung.village.register.ResidentDraft;
import id.smartkampung.web.error.RefusedException;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class UndoServiceTest extends MutatedFamily {

    @Inject
    EntityManager entities;

    @Test
    void undoPutsEverythingBackAndTheMutationStaysVisible() {
        Mutation death = die(head, wife.id);

        undoing.undo(death.id, death.version, "salah orang", OFFICER);

        assertThat(stored(head).baseStatus).isEqualTo(BaseStatus.ALIVE);
        assertThat(stored(head).relationship).isEqualTo(Relationship.HEAD);
        assertThat(stored(wife).relationship).isEqualTo(Relationship.WIFE);
        assertThat(stored(wife).maritalStatus).isEqualTo(MaritalStatus.MARRIED);
        Mutation undone = stored(death);
        assertThat(undone.isUndone()).isTrue();
        assertThat(undone.undoReason).isEqualTo("salah orang");
        assertThat(undone.undoneBy).isEqualTo("operator");
    }

    @Test
    void whatIsUndoneIsNotUndoneAgain() {
        Mutation death = die(child, null);
        Mutation undone = undoing.undo(death.id, death.version, "salah orang", OFFICER);

        assertThatThrownBy(() -> undoing.undo(death.id, stored(undone).version, "lagi", OFFICER))
                .isInstanceOfSatisfying(
                        RefusedException.class, e -> assertThat(e.code()).isEqualTo("mutation-undone"));
    }

    @Test
    void anUndoNeedsAReasonAndTheVersionThatWasSeen() {
        Mutation death = die(child, null);

        assertThatThrownBy(() -> undoing.undo(death.id, death.version, " ", OFFICER))
                .isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> undoing.undo(death.id, death.version + 1, "salah", OFFICER))
                .isInstanceOf(ChangedMeanwhileException.class);
    }

    @Test
    void onlyTheLastMutationOfAPersonIsUndone() {
        Mutation missing = one(mutations.leave(draft(MutationKind.MISSING), Set.of(child.id), null, OFFICER));
        Mutation found = mutations.returned(draft(MutationKind.RETURN), child.id, OFFICER);

        assertThatThrownBy(() -> undoing.undo(missing.id, missing.version, "salah", OFFICER))
                .isInstanceOfSatisfying(
                        RefusedException.class, e -> assertThat(e.code()).isEqualTo("mutation-has-later"));

        undoing.undo(found.id, found.version, "salah", OFFICER);
        undoing.undo(missing.id, missing.version, "salah", OFFICER);
        assertThat(stored(child).baseStatus).isEqualTo(BaseStatus.ALIVE);
    }

    @Test
    void nothingIsUndoneThatSomebodyChangedSince() {
        Mutation death = die(head, wife.id);
        Resident now = stored(wife);
        residents.change(
                now.id,
                now.version,
                new ResidentDraft().set(ResidentField.MARITAL_STATUS, MaritalStatus.MARRIED),
                OFFICER);

        assertThatThrownBy(() -> undoing.undo(death.id, death.version, "salah", OFFICER))
                .isInstanceOfSatisfying(
                        RefusedException.class, e -> assertThat(e.code()).isEqualTo("mutation-changed-since"));
        assertThat(stored(head).baseStatus).isEqualTo(BaseStatus.DEAD);
    }

    @Test
    void aMutationAndItsUndoingEachLeaveAnEvent() {
        Mutation death = die(child, null);
        undoing.undo(death.id, death.version, "salah", OFFICER);

        assertThat(eventsOf("mutation", death.id)).isEqualTo(2);
        assertThat(eventsOf("resident", child.id)).isEqualTo(3);
    }

    private long eventsOf(String table, UUID id) {
        return ((Number) read(() -> entities.createNativeQuery(
                                "select count(*) from outbox where subject_table = :table and subject_id = :id")
                        .setParameter("table", table)
                        .setParameter("id", id)
                        .getSingleResult()))
                .longValue();
    }
}
