package id.smartkampung.model.simulation;

import id.smartkampung.model.log.Envelope;
import id.smartkampung.model.log.Hash;
import id.smartkampung.model.log.LogHead;
import id.smartkampung.model.log.LogPosition;
import id.smartkampung.model.log.Verdict;
import id.smartkampung.model.protocol.Arrival;
import id.smartkampung.model.protocol.Course;
import id.smartkampung.model.protocol.Gate;
import id.smartkampung.model.protocol.HeadCheck;
import id.smartkampung.model.protocol.HeadSignature;
import id.smartkampung.model.protocol.Hello;
import id.smartkampung.model.protocol.Judgement;
import id.smartkampung.model.protocol.OwnLog;
import id.smartkampung.model.protocol.PlantedRule;
import id.smartkampung.model.protocol.Sender;
import id.smartkampung.model.protocol.Sender.Receipt;
import id.smartkampung.model.protocol.Trust;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;

/** Mistakes that somebody could make, each planted in the place of one decision. */
enum Defect {
    THE_CHAIN_IS_NOT_CHECKED(judging((event, right) -> right == Verdict.FORK ? Verdict.ACCEPT : right)),

    A_GAP_IS_PASSED_OVER(judging((event, right) -> right == Verdict.GAP ? Verdict.ACCEPT : right)),

    A_REPEAT_IS_APPLIED_AGAIN(judging((event, right) -> right == Verdict.REPEAT ? Verdict.ACCEPT : right)),

    A_FORK_IS_DROPPED_AS_A_REPEAT(judging((event, right) -> right == Verdict.FORK ? Verdict.REPEAT : right)),

    DAMAGED_DATA_IS_ACCEPTED(judging((event, right) -> right == Verdict.CORRUPT ? Verdict.ACCEPT : right)),

    A_NEW_EPOCH_IS_REFUSED(judging((event, right) -> right == Verdict.NEW_EPOCH ? Verdict.FORK : right)),

    UNSIGNED_EVENTS_ARE_APPLIED(new Parts() {
        @Override
        Judgement judge(LogHead applied, List<Arrival> arrivals, Map<LogPosition, Hash> known, Gate gate) {
            return Judgement.of(applied, arrivals, known, trusting(gate, (head, trust) -> trust == Trust.UNSIGNED));
        }
    }),

    A_FORGED_PAST_IS_TAKEN_FOR_THE_OWNERS(new Parts() {
        @Override
        Judgement judge(LogHead applied, List<Arrival> arrivals, Map<LogPosition, Hash> known, Gate gate) {
            LogPosition end = applied.position();
            return Judgement.of(
                    applied,
                    arrivals,
                    known,
                    trusting(
                            gate,
                            (head, trust) ->
                                    trust == Trust.UNSIGNED && head.position().compareTo(end) <= 0));
        }
    }),

    A_REVOKED_KEY_IS_BELIEVED(new Parts() {
        @Override
        Judgement judge(LogHead applied, List<Arrival> arrivals, Map<LogPosition, Hash> known, Gate gate) {
            return Judgement.of(applied, arrivals, known, trusting(gate, (head, trust) -> trust == Trust.REVOKED_KEY));
        }
    }),

    THE_OLD_KEY_IS_BELIEVED_TO_THE_END_OF_THE_TURN(new Parts() {
        @Override
        Judgement judge(LogHead applied, List<Arrival> arrivals, Map<LogPosition, Hash> known, Gate gate) {
            return Judgement.of(applied, arrivals, known, unaware(gate));
        }
    }),

    IT_ACKNOWLEDGES_BEFORE_ITS_COMMIT(new Parts() {
        @Override
        boolean commitsFirst() {
            return false;
        }
    }),

    THE_GUARD_IS_THE_VERSION(new Parts() {
        @Override
        boolean replaces(HubDisk.Row inTable, LogPosition position, Op op) {
            return inTable.op().version() < op.version();
        }
    }),

    THE_CURSOR_IS_REMEMBERED(new Parts() {
        @Override
        boolean readsItsCursor() {
            return false;
        }
    }),

    WHAT_WAS_ACKNOWLEDGED_IS_NEVER_SENT_AGAIN(new Parts() {
        @Override
        Receipt receipt(OwnLog log, LogPosition acked, LogHead applied) {
            Receipt right = Sender.receipt(log, acked, applied);
            return right == Receipt.LOWER ? Receipt.KNOWN : right;
        }

        @Override
        Optional<LogPosition> sendAgainAfter(OwnLog log, LogPosition sent, LogPosition acked, LogPosition asked) {
            return Sender.sendAgainAfter(log, sent, asked).filter(after -> after.compareTo(acked) >= 0);
        }

        @Override
        Course course(Hello.Sent sent, Hello.Welcome welcome) {
            Course right = Hello.decide(sent, welcome);
            return right instanceof Course.SendFrom ? new Course.Continue(sent.acked()) : right;
        }
    }),

    NOBODY_SAYS_HELLO(new Parts() {
        @Override
        boolean greets() {
            return false;
        }
    }),

    EVERY_HELLO_IS_SIGNED_WITH_THE_NEWEST_KEY(new Parts() {
        @Override
        List<String> helloKeys(VillageDisk disk, boolean emptied, List<String> held) {
            return held.subList(0, 1);
        }
    }),

    A_RESTORED_VILLAGE_KEEPS_ITS_EPOCH(new Parts() {
        @Override
        Course course(Hello.Sent sent, Hello.Welcome welcome) {
            Course right = Hello.decide(sent, welcome);
            return right instanceof Course.Fork fork
                    ? new Course.Continue(fork.common().position())
                    : right;
        }
    }),

    A_FORK_OVERWRITES_WHAT_THE_DISTRICT_HAS(new Parts() {
        @Override
        boolean takesOver() {
            return false;
        }
    });

    final Parts parts;

    Defect(Parts parts) {
        this.parts = parts;
    }

    private static Parts judging(BiFunction<Envelope, Verdict, Verdict> mistake) {
        return new Parts() {
            @Override
            Judgement judge(LogHead applied, List<Arrival> arrivals, Map<LogPosition, Hash> known, Gate gate) {
                return PlantedRule.judge(applied, arrivals, known, gate, mistake);
            }
        };
    }

    /** Does not tell where a change of keys begins to count. */
    private static Gate unaware(Gate gate) {
        HeadCheck right = gate.check();
        HeadCheck check = new HeadCheck() {
            @Override
            public Trust check(LogHead head, Optional<HeadSignature> signature) {
                return right.check(head, signature);
            }

            @Override
            public void changeKeys(Envelope event) {
                right.changeKeys(event);
            }
        };
        return new Gate(check, gate.maxEvents(), gate.maxBytes());
    }

    private static Gate trusting(Gate gate, BiPredicate<LogHead, Trust> wrongly) {
        HeadCheck right = gate.check();
        HeadCheck check = new HeadCheck() {
            @Override
            public Trust check(LogHead head, Optional<HeadSignature> signature) {
                Trust trust = right.check(head, signature);
                return wrongly.test(head, trust) ? Trust.VALID : trust;
            }

            @Override
            public boolean changesKeys(Envelope event) {
                return right.changesKeys(event);
            }

            @Override
            public void changeKeys(Envelope event) {
                right.changeKeys(event);
            }
        };
        return new Gate(check, gate.maxEvents(), gate.maxBytes());
    }
}
