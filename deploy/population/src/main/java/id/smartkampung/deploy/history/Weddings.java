package id.smartkampung.deploy.history;

import id.smartkampung.model.vocabulary.MaritalStatus;
import id.smartkampung.model.vocabulary.Relationship;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who married or divorced within the two years, by the papers that the register has of it at the end. */
final class Weddings {

    /** Who lived in another family of the village until the wedding. */
    private static final Set<Relationship> JOINING = Set.of(Relationship.WIFE, Relationship.CHILD_IN_LAW);

    private final Stage stage;

    Weddings(Stage stage) {
        this.stage = stage;
    }

    void make() {
        for (Home home : stage.settled) {
            Map<LocalDate, List<Life>> couples = new LinkedHashMap<>();
            for (Life member : home.members) {
                LocalDate day = member.person.marriedOn();
                if (stage.isWithin(day) && member.canChange(day)) {
                    couples.computeIfAbsent(day, any -> new ArrayList<>()).add(member);
                }
                divorce(member);
            }
            couples.forEach((day, couple) -> marry(home, day, couple));
        }
    }

    private void marry(Home home, LocalDate day, List<Life> couple) {
        Act wedding = stage.act(day, stage.reported(day, 14, 60, 20));
        for (Life member : couple) {
            boolean fromElsewhere = JOINING.contains(member.last().relationship) && member.entry == null;
            Home before = fromElsewhere ? stage.host(other -> other != home) : null;
            wedding.changes(member, entry -> {
                entry.maritalStatus = MaritalStatus.SINGLE;
                entry.marriedOn = null;
                entry.marriageCertificate = null;
                entry.divorcedOn = null;
                entry.divorceCertificate = null;
                if (before != null) {
                    entry.putInto(before, Relationship.OTHER_RELATIVE);
                }
            });
        }
    }

    private void divorce(Life member) {
        LocalDate day = member.person.divorcedOn();
        if (!stage.isWithin(day) || !member.canChange(day)) {
            return;
        }
        LocalDate reportedOn = stage.reported(day, 14, 60, 20);
        LocalDate married = member.person.marriedOn();
        if (stage.isWithin(married) && day.isBefore(married.plusDays(90))) {
            // Both were told together.
            return;
        }
        stage.act(day, reportedOn).changes(member, entry -> {
            entry.maritalStatus = MaritalStatus.MARRIED;
            entry.divorcedOn = null;
            entry.divorceCertificate = null;
        });
    }
}
