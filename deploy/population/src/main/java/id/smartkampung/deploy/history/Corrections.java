package id.smartkampung.deploy.history;

import id.smartkampung.deploy.chance.Random64;
import id.smartkampung.model.vocabulary.BloodGroup;
import id.smartkampung.model.vocabulary.Education;
import id.smartkampung.model.vocabulary.KtpHolding;
import id.smartkampung.model.vocabulary.KtpRecording;
import id.smartkampung.model.vocabulary.Occupation;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/** Identity cards that were recorded within the two years, and what else of a person was put right or changed. */
final class Corrections {

    /** From this age on everybody must have a card (UU 24/2013 art. 63). */
    private static final int CARD_FROM = 17;

    private static final List<Occupation> FORMER_WORK =
            List.of(new Occupation(1), new Occupation(88), new Occupation(89), new Occupation(15), new Occupation(9));

    private final Stage stage;
    private final Random64 random;

    Corrections(Stage stage) {
        this.stage = stage;
        this.random = stage.random;
    }

    void make() {
        List<Life> people =
                stage.people().stream().filter(life -> !life.isGone()).toList();
        int late = stage.count(stage.rates.cards) - cardsOfSeventeen(people);
        for (int i = 0; i < late; i++) {
            lateCard(random.oneOf(people));
        }
        int corrections = stage.count(stage.rates.corrections);
        for (int i = 0; i < corrections; i++) {
            correct(random.oneOf(people));
        }
    }

    /** Returns how many got their card when they came of age. */
    private int cardsOfSeventeen(List<Life> people) {
        int cards = 0;
        for (Life life : people) {
            LocalDate birthday = life.person.bornOn().plusYears(CARD_FROM);
            if (!stage.isWithin(birthday)) {
                continue;
            }
            boolean recorded = life.last().ktpHolding == KtpHolding.ELECTRONIC;
            if (change(life, stage.reported(birthday, recorded ? 60 : 0, 200, recorded ? 10 : 0), entry -> {
                entry.ktpHolding = KtpHolding.NOT_YET;
                entry.ktpRecording = KtpRecording.NOT_REQUIRED;
            })) {
                cards += recorded ? 1 : 0;
            }
        }
        return cards;
    }

    private void lateCard(Life life) {
        if (life.ageOn(stage.first) <= CARD_FROM || life.last().ktpHolding != KtpHolding.ELECTRONIC) {
            return;
        }
        change(life, stage.anyDay(), entry -> {
            entry.ktpHolding = KtpHolding.NOT_YET;
            entry.ktpRecording = KtpRecording.NOT_RECORDED;
        });
    }

    private void correct(Life life) {
        Occupation formerWork = random.oneOf(FORMER_WORK);
        int what = random.nextInt(4);
        boolean grownUp = life.ageOn(stage.first) > CARD_FROM;
        change(life, stage.anyDay(), entry -> {
            if (what == 0 && grownUp) {
                entry.occupation = formerWork;
            } else if (what == 1 && grownUp && entry.education.code() > 1) {
                entry.education = Education.ofCode(entry.education.code() - 1);
            } else if (what == 2 && life.entry == null) {
                entry.birthCertificate = null;
            } else {
                entry.bloodGroup = BloodGroup.UNKNOWN;
            }
        });
    }

    /** Whether the person was there to be changed. */
    private boolean change(Life life, LocalDate day, Consumer<Entry> back) {
        LocalDate reportedOn = OfficeDays.onOrAfter(day);
        if (reportedOn.isAfter(stage.last) || !life.canChange(reportedOn)) {
            return false;
        }
        stage.act(reportedOn, reportedOn).changes(life, back);
        return true;
    }
}
