package id.smartkampung.deploy.launcher;

import id.smartkampung.deploy.regency.Figures;
import id.smartkampung.deploy.regency.ProgramProcess;
import id.smartkampung.deploy.regency.Regency;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How the regency is at this moment, in one line. */
final class LiveLine {

    private final Regency regency;
    private final Parts parts;
    private final Console console;
    private final Set<String> told = new HashSet<>();

    LiveLine(Regency regency, Parts parts, Console console) {
        this.regency = regency;
        this.parts = parts;
        this.console = console;
    }

    /** Writes the line anew; a part that died is told once more, with the place of its log. */
    void show() {
        Map<String, Path> dead = parts.dead();
        dead.forEach((name, log) -> {
            if (told.add(name)) {
                console.line("  " + name + " died, see " + log + "; back with ./deploy/run.sh start-part " + name);
            }
        });
        told.retainAll(dead.keySet());
        console.live(text(dead.keySet()));
    }

    private String text(Set<String> dead) {
        long up = regency.villages().stream()
                .filter(village -> village.state() == ProgramProcess.State.UP)
                .count();
        Optional<Figures> figures = Figures.of(regency);
        String villages = "  " + up + " of " + regency.villages().size() + " villages up";
        String events = figures.map(known -> String.format(
                        Locale.ROOT, " | %,d events consolidated | lag %,d", known.consolidated(), known.lag()))
                .orElse(" | no figures: PostgreSQL does not answer");
        return villages + events + (dead.isEmpty() ? "" : " | died: " + String.join(", ", dead));
    }
}
