package id.smartkampung.deploy.launcher;

import id.smartkampung.deploy.regency.ProgramProcess;
import id.smartkampung.deploy.regency.Regency;
import id.smartkampung.model.wilayah.KodeWilayah;
import id.smartkampung.model.wilayah.Wilayah;
import java.util.ArrayList;
import java.util.List;

/** What a person wants to know when the regency is up: where to go and as whom. */
final class Summary {

    /** Known to everybody, and only accepted by programs that were started for a demonstration. */
    static final String PASSWORD = "kampung-demo-2026";

    private static final String HUB_ACCOUNTS = "bupati camat dukcapil dispermades inspektorat mpp admin";

    private static final String VILLAGE_ACCOUNTS = "operator sekdes kades admin";

    private static final String ROW = "  %-23s %-14s %-26s %s";

    private Summary() {}

    static List<String> of(Regency regency) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(String.format(ROW, "address", "code", "what", "accounts"));
        lines.add(row(regency.hub(), "35.10", "Kabupaten Banyuwangi", HUB_ACCOUNTS));
        for (KodeWilayah kode : regency.plan().villages()) {
            lines.add(row(regency.village(kode), kode.value(), name(kode), VILLAGE_ACCOUNTS));
        }
        for (KodeWilayah kode : regency.plan().training()) {
            lines.add(row(regency.training(kode), kode.value(), name(kode) + " (training)", VILLAGE_ACCOUNTS));
        }
        lines.add("");
        lines.add("  The password of all accounts is " + PASSWORD);
        lines.add("  Data and logs are in " + regency.plan().folder());
        lines.add("  From another terminal: ./deploy/run.sh status | stop-village CODE | start-village CODE | stop");
        lines.add("  Ctrl-C stops everything; the next start goes on with the data.");
        lines.add("");
        return lines;
    }

    static String name(KodeWilayah kode) {
        String name = Wilayah.find(kode).map(Wilayah.Area::name).orElse(kode.value());
        return (kode.isKelurahan() ? "Kelurahan " : "Desa ") + name;
    }

    private static String row(ProgramProcess program, String code, String what, String accounts) {
        return String.format(ROW, program.url(), code, what, accounts);
    }
}
