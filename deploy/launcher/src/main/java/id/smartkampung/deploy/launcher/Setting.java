package id.smartkampung.deploy.launcher;

import id.smartkampung.deploy.regency.VillageChoice;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be chosen of a regency; a data folder remembers it for the next start. */
enum Setting {
    VILLAGES("3", 1, VillageChoice.most(), "how many villages"),
    RESIDENTS("300", 0, 100_000, "made-up residents of each village, at its first start"),
    SEED("3510", 0, Integer.MAX_VALUE, "what the made-up residents are made from"),
    PORT("8080", 1, 65_535, "where the hub listens"),
    VILLAGE_PORT("8081", 1, 65_535, "where the first village listens; the others follow"),
    POSTGRES_PORT("15432", 1, 65_535, "where PostgreSQL listens"),
    KAFKA_PORT("19092", 1, 65_534, "where Kafka listens; its controller on the next port");

    final String fallback;
    final String purpose;
    private final int least;
    private final int most;

    Setting(String fallback, int least, int most, String purpose) {
        this.fallback = fallback;
        this.least = least;
        this.most = most;
        this.purpose = purpose;
    }

    /** As on the command line, without the hyphens before it. */
    String option() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Setting> named(String option) {
        return Arrays.stream(values())
                .filter(setting -> setting.option().equals(option))
                .findFirst();
    }

    void check(String value) {
        try {
            int number = Integer.parseInt(value);
            if (number < least || number > most) {
                throw new UsageException("--" + option() + " is a number from " + least + " to " + most);
            }
        } catch (NumberFormatException e) {
            throw new UsageException("--" + option() + " is a number, not \"" + value + "\"");
        }
    }
}
