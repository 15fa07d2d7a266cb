package id.smartkampung.deploy.launcher;

import java.util.ArrayList;
import java.util.List;

/** What {@code --help} shows. */
final class Help {

    private Help() {}

    static List<String> lines() {
        List<String> lines = new ArrayList<>(List.of(
                "./deploy/run.sh [OPTION...]         builds what is not built and starts a small regency here",
                "./deploy/run.sh status              what runs and what does not",
                "./deploy/run.sh stop                stops everything",
                "./deploy/run.sh stop-village CODE   stops one village, start-village starts it again",
                "./deploy/run.sh stop-part NAME      the same for hub, kafka, postgresql: stop-part, start-part",
                "",
                "Options hold until they are given anew; in brackets what holds at first."));
        for (Setting setting : Setting.values()) {
            lines.add(
                    String.format("  --%-22s %s [%s]", setting.option() + " VALUE", setting.purpose, setting.fallback));
        }
        lines.add(option("training CODE", "a second server of this village for training: own data, no events"));
        lines.add(option("data DIR", "where everything is kept [.regency]"));
        lines.add(option("fresh", "delete all data first"));
        return lines;
    }

    private static String option(String form, String purpose) {
        return String.format("  --%-22s %s", form, purpose);
    }
}
