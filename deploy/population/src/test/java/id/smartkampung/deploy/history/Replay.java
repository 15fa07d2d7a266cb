package id.smartkampung.deploy.history;

import id.smartkampung.model.event.FamilyRecorded;
import id.smartkampung.model.event.MutationRecorded;
import id.smartkampung.model.event.RequestRecorded;
import id.smartkampung.model.event.ResidentRecorded;
import id.smartkampung.model.event.VillageEvent;
import id.smartkampung.model.vocabulary.BaseStatus;
import id.smartkampung.model.vocabulary.MaritalStatus;
import id.smartkampung.model.vocabulary.Relationship;
import id.smartkampung.model.vocabulary.Sex;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** What somebody knows who does nothing but listen: the last state of every subject, and the counts at each month's end. */
final class Replay {

    final Map<UUID, ResidentRecorded> residents = new LinkedHashMap<>();
    final Map<UUID, FamilyRecorded> families = new LinkedHashMap<>();
    final Map<UUID, RequestRecorded> requests = new LinkedHashMap<>();
    final List<MutationRecorded> mutations = new ArrayList<>();
    final List<History.Recorded> all;

    /** Who got an identity card. */
    int cards;

    /** Who married. */
    int married;

    /** Who counted when a month was over, by sex; the month before the first is the opening. */
    final Map<YearMonth, Map<Sex, Long>> atEndOf = new TreeMap<>();

    /** Families that had people and not exactly one head when a month was over. */
    final List<String> headless = new ArrayList<>();

    Replay(History history) {
        all = history.events().toList();
        YearMonth month = YearMonth.from(history.first()).minusMonths(1);
        for (History.Recorded recorded : all) {
            YearMonth now = monthOf(recorded);
            while (month.isBefore(now)) {
                close(month);
                month = month.plusMonths(1);
            }
            take(recorded.event());
        }
        close(month);
    }

    static YearMonth monthOf(History.Recorded recorded) {
        return YearMonth.from(recorded.at().atOffset(ZoneOffset.ofHours(7)));
    }

    private void close(YearMonth month) {
        atEndOf.put(month, bySex());
        Map<UUID, Integer> heads = new HashMap<>();
        residents.values().stream()
                .filter(Replay::counts)
                .forEach(one ->
                        heads.merge(one.familyId(), one.relationship() == Relationship.HEAD ? 1 : 0, Integer::sum));
        heads.forEach((family, count) -> {
            if (count != 1) {
                headless.add(month + " " + family + " has " + count);
            }
        });
    }

    private Map<Sex, Long> bySex() {
        return residents.values().stream()
                .filter(Replay::counts)
                .collect(Collectors.groupingBy(ResidentRecorded::sex, TreeMap::new, Collectors.counting()));
    }

    static boolean counts(ResidentRecorded resident) {
        return resident.baseStatus() == BaseStatus.ALIVE;
    }

    private void changed(ResidentRecorded before, ResidentRecorded after) {
        if (before.ktpHolding() != after.ktpHolding()) {
            cards++;
        }
        if (before.maritalStatus() == MaritalStatus.SINGLE && after.maritalStatus() != MaritalStatus.SINGLE) {
            married++;
        }
    }

    private void take(VillageEvent event) {
        if (event instanceof ResidentRecorded resident) {
            ResidentRecorded before = residents.put(resident.residentId(), resident);
            if (before != null) {
                changed(before, resident);
            }
        } else if (event instanceof FamilyRecorded family) {
            families.put(family.familyId(), family);
        } else if (event instanceof MutationRecorded mutation) {
            mutations.add(mutation);
        } else if (event instanceof RequestRecorded request) {
            requests.put(request.requestId(), request);
        } else {
            throw new IllegalStateException("nobody expected " + event.subject());
        }
    }
}
