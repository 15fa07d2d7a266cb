package id.smartkampung.deploy.history;

import id.smartkampung.model.change.MutationKind;
import id.smartkampung.model.vocabulary.Relationship;
import id.smartkampung.model.vocabulary.Sex;
import java.util.Objects;

/** Who of those that are there was born within the two years; whoever came as a child has come already. */
final class Births {

    private final Stage stage;

    Births(Stage stage) {
        this.stage = stage;
    }

    /** Returns how many were born. */
    int make() {
        int born = 0;
        for (Home home : stage.settled) {
            for (Life child : home.members) {
                if (child.entry == null && stage.isWithin(child.person.bornOn())) {
                    born(child);
                    born++;
                }
            }
        }
        return born;
    }

    /** Records a birth, also of somebody who is no more. */
    Act born(Life child) {
        Home home = child.home;
        Act birth = stage.mutation(
                MutationKind.BIRTH, child.person.bornOn(), stage.reported(child.person.bornOn(), 14, 120, 20));
        birth.enters(stage.random.nextUuid(birth.at()), child, child.person.birthCertificate(), motherOf(child));
        if (home.splitFrom != null && Act.ORDER.compare(birth, home.openedBy) < 0) {
            Splits.cameAlong(home.openedBy, child);
        }
        return birth;
    }

    private static Life motherOf(Life child) {
        boolean ofTheHead = child.last().relationship == Relationship.CHILD;
        return child.home.members.stream()
                .filter(member -> member.person.sex() == Sex.FEMALE && !member.isGone())
                .filter(member -> Ages.mayBeParent(member.person, child.person.bornOn()))
                .filter(member -> ofTheHead
                        ? isHeadOrWife(member)
                        : child.person.motherNik() != null
                                && Objects.equals(member.person.nik(), child.person.motherNik()))
                .findFirst()
                .orElse(null);
    }

    private static boolean isHeadOrWife(Life member) {
        return member.last().relationship == Relationship.HEAD || member.last().relationship == Relationship.WIFE;
    }
}
