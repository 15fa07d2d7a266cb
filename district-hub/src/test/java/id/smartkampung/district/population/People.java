package id.smartkampung.district.population;

import id.smartkampung.model.event.ResidentRecorded;
import id.smartkampung.model.vocabulary.BaseStatus;
import id.smartkampung.model.vocabulary.BloodGroup;
import id.smartkampung.model.vocabulary.Citizenship;
import id.smartkampung.model.vocabulary.Disability;
import id.smartkampung.model.vocabulary.Education;
import id.smartkampung.model.vocabulary.Insurance;
import id.smartkampung.model.vocabulary.KtpHolding;
import id.smartkampung.model.vocabulary.KtpRecording;
import id.smartkampung.model.vocabulary.MaritalStatus;
import id.smartkampung.model.vocabulary.Occupation;
import id.smartkampung.model.vocabulary.Pregnancy;
import id.smartkampung.model.vocabulary.Relationship;
import id.smartkampung.model.vocabulary.Religion;
import id.smartkampung.model.vocabulary.Residency;
import id.smartkampung.model.vocabulary.Schooling;
import id.smartkampung.model.vocabulary.Sex;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Made-up people of every kind, the same of the same seed. */
final class People {

    private static final String[] CERTIFICATES = {null, "", "-", "AL 1", "AL 22"};

    private final Random random;

    People(long seed) {
        random = new Random(seed);
    }

    /** Somebody; one of three does not count, one of five does not tell something. */
    ResidentRecorded somebody(UUID id) {
        BaseStatus status = random.nextInt(3) > 0 ? BaseStatus.ALIVE : one(BaseStatus.values());
        return born(id, bornOn(), status == null ? BaseStatus.ALIVE : status);
    }

    /** Somebody who lives and was born on a day. */
    ResidentRecorded born(UUID id, LocalDate bornOn) {
        return born(id, bornOn, BaseStatus.ALIVE);
    }

    private ResidentRecorded born(UUID id, LocalDate bornOn, BaseStatus status) {
        List<Occupation> occupations = Occupation.all();
        return new ResidentRecorded(
                id,
                new UUID(1, random.nextInt(50)),
                null,
                "Warga " + random.nextInt(100),
                one(Sex.values()),
                null,
                bornOn,
                one(Religion.values()),
                one(Education.values()),
                one(Schooling.values()),
                random.nextInt(5) == 0 ? null : occupations.get(random.nextInt(occupations.size())),
                one(MaritalStatus.values()),
                one(Relationship.values()),
                one(Citizenship.values()),
                null,
                null,
                null,
                null,
                one(BloodGroup.values()),
                CERTIFICATES[random.nextInt(CERTIFICATES.length)],
                CERTIFICATES[random.nextInt(CERTIFICATES.length)],
                null,
                null,
                null,
                one(Disability.values()),
                one(Pregnancy.values()),
                one(KtpHolding.values()),
                one(KtpRecording.values()),
                null,
                status,
                one(Residency.values()),
                null,
                one(Insurance.values()),
                null,
                null,
                null);
    }

    /** Somebody of today, of the last century, of tomorrow by mistake; often on the last day of February. */
    private LocalDate bornOn() {
        return switch (random.nextInt(8)) {
            case 0 -> null;
            case 1 -> LocalDate.of(2000 + 4 * random.nextInt(6), 2, 29);
            case 2 -> LocalDate.of(1850, 1, 1).plusDays(random.nextInt(1000));
            case 3 -> LocalDate.of(2027, 1, 1).plusDays(random.nextInt(800));
            default -> LocalDate.of(1940, 1, 1).plusDays(random.nextInt(31_000));
        };
    }

    private <E> E one(E[] values) {
        return random.nextInt(5) == 0 ? null : values[random.nextInt(values.length)];
    }
}
