package id.smartkampung.village.importer;

import id.smartkampung.village.importer.row.Finding;
import id.smartkampung.village.importer.row.Severity;
import id.smartkampung.village.importer.sheet.Refusal;
import id.smartkampung.web.text.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Runs and their findings in the words of the page. */
@ApplicationScoped
class ImportQueries {

    private final FindingQueries findings;
    private final Texts texts;
    private final Clock clock;

    ImportQueries(FindingQueries findings, Texts texts, Clock clock) {
        this.findings = findings;
        this.texts = texts;
        this.clock = clock;
    }

    List<RunView> newest(int limit) {
        return ImportRun.newest(limit).stream().map(this::view).toList();
    }

    RunView byId(UUID id) {
        return view(ImportRun.byId(id));
    }

    List<FindingQueries.Numbered> findings(UUID id, Severity severity, int after, int limit) {
        return findings.list(id, severity, after, limit);
    }

    List<FindingQueries.TotalRow> totals(UUID id) {
        return findings.totals(id);
    }

    RunView.FindingView inWords(FindingQueries.Numbered numbered) {
        Finding finding = numbered.finding();
        String key = "import.problem." + finding.problem().name();
        return new RunView.FindingView(
                finding.row(),
                finding.problem().severity(),
                finding.column().toUpperCase(Locale.ROOT),
                finding.shown(),
                texts.of(key, finding.detail()),
                texts.of(key + ".todo"));
    }

    String refusal(Refusal refusal, String detail) {
        return texts.of("import.refusal." + refusal.name(), detail);
    }

    private RunView view(ImportRun run) {
        String refusal = run.refusal == null ? null : refusal(run.refusal, run.refusalDetail);
        return RunView.of(run, refusal, clock.instant());
    }
}
