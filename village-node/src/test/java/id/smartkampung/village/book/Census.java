package id.smartkampung.village.book;

import id.smartkampung.model.vocabulary.BaseStatus;
import id.smartkampung.model.vocabulary.Citizenship;
import id.smartkampung.model.vocabulary.Relationship;
import id.smartkampung.model.vocabulary.Residency;
import id.smartkampung.model.vocabulary.Sex;
import id.smartkampung.village.register.Resident;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Who lived here for good at some moment, and what everybody was to their family then. */
record Census(Set<UUID> here, Map<UUID, Relationship> relationships) {

    static Census take() {
        Map<UUID, Relationship> relationships = new HashMap<>();
        Set<UUID> here = new HashSet<>();
        people().forEach((id, one) -> {
            relationships.put(id, one.relationship);
            if (one.baseStatus == BaseStatus.ALIVE && one.residency == Residency.PERMANENT) {
                here.add(id);
            }
        });
        return new Census(here, relationships);
    }

    static Map<UUID, Resident> people() {
        return QuarkusTransaction.requiringNew()
                .call(() -> Resident.<Resident>listAll().stream().collect(Collectors.toMap(one -> one.id, one -> one)));
    }

    long heads() {
        return here.stream()
                .filter(id -> relationships.get(id) == Relationship.HEAD)
                .count();
    }

    /** Counted anew on purpose, by rules written out a second time; by what the register knows of these people now. */
    Map<String, Counts> count(Map<UUID, Resident> people) {
        Map<String, Counts> byDusun = new LinkedHashMap<>();
        for (UUID id : here) {
            Resident one = people.get(id);
            boolean foreign = one.citizenship == Citizenship.ofCode(2);
            Group group;
            if (one.sex == null) {
                group = foreign ? Group.FOREIGN_UNKNOWN : Group.UNKNOWN;
            } else if (one.sex == Sex.MALE) {
                group = foreign ? Group.FOREIGN_MEN : Group.MEN;
            } else {
                group = foreign ? Group.FOREIGN_WOMEN : Group.WOMEN;
            }
            byDusun.merge(one.dusun, Counts.of(group, 1), Counts::plus);
        }
        return byDusun;
    }
}
