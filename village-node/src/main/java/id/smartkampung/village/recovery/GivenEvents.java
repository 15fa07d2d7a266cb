package id.smartkampung.village.recovery;

import id.smartkampung.model.event.FamilyRecorded;
import id.smartkampung.model.event.FamilyRemoved;
import id.smartkampung.model.event.LetterRecorded;
import id.smartkampung.model.event.MutationRecorded;
import id.smartkampung.model.event.RequestRecorded;
import id.smartkampung.model.event.ResidentErased;
import id.smartkampung.model.event.ResidentRecorded;
import id.smartkampung.model.event.ResidentRemoved;
import id.smartkampung.model.event.VillageEvent;
import id.smartkampung.village.change.GivenMutations;
import id.smartkampung.village.change.Mutation;
import id.smartkampung.village.erasure.Obligations;
import id.smartkampung.village.history.Author;
import id.smartkampung.village.letter.number.GivenLetters;
import id.smartkampung.village.letter.number.Letter;
import id.smartkampung.village.log.Outbox;
import id.smartkampung.village.log.Synced;
import id.smartkampung.village.register.Family;
import id.smartkampung.village.register.GivenRows;
import id.smartkampung.village.register.Resident;
import id.smartkampung.village.request.GivenRequests;
import id.smartkampung.village.request.Request;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Optional;
import java.util.UUID;

/** Brings an event of the district into the rows of this village. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class GivenEvents {

    private final GivenRows register;
    private final GivenRequests requests;
    private final GivenMutations mutations;
    private final GivenLetters letters;
    private final Obligations obligations;
    private final EntityManager entities;
    private final Outbox outbox;

    GivenEvents(
            GivenRows register,
            GivenRequests requests,
            GivenMutations mutations,
            GivenLetters letters,
            Obligations obligations,
            EntityManager entities,
            Outbox outbox) {
        this.register = register;
        this.requests = requests;
        this.mutations = mutations;
        this.letters = letters;
        this.obligations = obligations;
        this.entities = entities;
        this.outbox = outbox;
    }

    /** As it was; the event stands in our log already. */
    void apply(VillageEvent event, Author author) {
        event.accept(new Writer(author, false));
    }

    /** As our own work of now: the district is told. */
    void applyAndTell(VillageEvent event, Author author) {
        event.accept(new Writer(author, true));
    }

    /** Why it cannot stand beside what is here, in a word for the message texts. */
    Optional<String> clash(VillageEvent event) {
        return event.accept(new Clashes());
    }

    /** Whether the row here is just that. */
    boolean isHere(VillageEvent event) {
        return event.accept(new Present());
    }

    /** What people decide about: rows, and nothing of the log itself. */
    static boolean isAboutARow(VillageEvent event) {
        return event instanceof ResidentRecorded
                || event instanceof ResidentRemoved
                || event instanceof ResidentErased
                || event instanceof FamilyRecorded
                || event instanceof FamilyRemoved
                || event instanceof RequestRecorded
                || event instanceof MutationRecorded
                || event instanceof LetterRecorded;
    }

    /** Writes the row. */
    private final class Writer extends RowVisitor<Void> {

        private final Author author;
        private final boolean tells;

        Writer(Author author, boolean tells) {
            super(null);
            this.author = author;
            this.tells = tells;
        }

        @Override
        public Void on(ResidentRecorded event) {
            return told(register.put(event, author));
        }

        @Override
        public Void on(FamilyRecorded event) {
            return told(register.put(event, author));
        }

        @Override
        public Void on(RequestRecorded event) {
            return told(requests.put(event, author));
        }

        @Override
        public Void on(MutationRecorded event) {
            return told(mutations.put(event, author));
        }

        @Override
        public Void on(LetterRecorded event) {
            return told(letters.put(event, author));
        }

        @Override
        public Void on(ResidentRemoved event) {
            return removed(event.residentId(), event);
        }

        /** What else is kept of the person goes when the event is in the log. */
        @Override
        public Void on(ResidentErased event) {
            return removed(event.residentId(), event);
        }

        private Void removed(UUID residentId, VillageEvent event) {
            register.removeResident(residentId, author);
            if (tells) {
                outbox.appendRemoval(Resident.TABLE, residentId, event);
            }
            return null;
        }

        @Override
        public Void on(FamilyRemoved event) {
            register.removeFamily(event.familyId(), author);
            if (tells) {
                outbox.appendRemoval(Family.TABLE, event.familyId(), event);
            }
            return null;
        }

        private Void told(Synced row) {
            if (tells) {
                outbox.append(row);
            }
            return null;
        }
    }

    /** Looks for what stands in the way. */
    private final class Clashes extends RowVisitor<Optional<String>> {

        Clashes() {
            super(Optional.empty());
        }

        @Override
        public Optional<String> on(ResidentRecorded event) {
            return register.clash(event);
        }

        @Override
        public Optional<String> on(FamilyRecorded event) {
            return register.clash(event);
        }

        @Override
        public Optional<String> on(RequestRecorded event) {
            return requests.clash(event);
        }

        @Override
        public Optional<String> on(MutationRecorded event) {
            return mutations.clash(event);
        }

        @Override
        public Optional<String> on(LetterRecorded event) {
            return letters.clash(event);
        }

        @Override
        public Optional<String> on(ResidentRemoved event) {
            return obligations.about(event.residentId());
        }

        @Override
        public Optional<String> on(ResidentErased event) {
            return obligations.about(event.residentId());
        }

        @Override
        public Optional<String> on(FamilyRemoved event) {
            return register.clashOfRemovedFamily(event.familyId());
        }
    }

    /** Compares the row with the event. */
    private final class Present extends RowVisitor<Boolean> {

        Present() {
            super(true);
        }

        @Override
        public Boolean on(ResidentRecorded event) {
            Resident row = entities.find(Resident.class, event.residentId());
            return row != null && row.toEvent().equals(event);
        }

        @Override
        public Boolean on(FamilyRecorded event) {
            Family row = entities.find(Family.class, event.familyId());
            return row != null && row.toEvent().equals(event);
        }

        @Override
        public Boolean on(RequestRecorded event) {
            Request row = entities.find(Request.class, event.requestId());
            return row != null && row.toEvent().equals(event);
        }

        @Override
        public Boolean on(MutationRecorded event) {
            Mutation row = entities.find(Mutation.class, event.mutationId());
            return row != null && row.toEvent().equals(event);
        }

        @Override
        public Boolean on(LetterRecorded event) {
            Letter row = entities.find(Letter.class, event.letterId());
            return row != null && row.toEvent().equals(event);
        }

        @Override
        public Boolean on(ResidentRemoved event) {
            return entities.find(Resident.class, event.residentId()) == null;
        }

        /** That the row is gone is not enough: what was said of the person goes too. */
        @Override
        public Boolean on(ResidentErased event) {
            return false;
        }

        @Override
        public Boolean on(FamilyRemoved event) {
            return entities.find(Family.class, event.familyId()) == null;
        }
    }
}
