package id.smartkampung.deploy.e2e;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import id.smartkampung.deploy.regency.Clerk;
import id.smartkampung.deploy.regency.ProgramProcess;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** A letter about a lost thing that the village head signs by pen, and whose scan is kept. */
record SignedByPen(String letter) {

    private static final Pattern LETTER = Pattern.compile("/surat/([0-9a-f-]{36})$");

    /** From the counter to the scan: what was printed for the pen is given back as the scan. */
    static SignedByPen of(ProgramProcess village, String resident) throws IOException {
        String head = "Kepala Uji " + UUID.randomUUID().toString().substring(0, 4);
        Clerk sekdes = Clerk.at(village.url(), "sekdes", Accounts.PASSWORD);
        sekdes.submit(sekdes.open("/kantor").form("/kantor/penanda-tangan"), Map.of("nama", head, "dasar", "ACTING"));
        String request = ask(Clerk.at(village.url(), "operator", Accounts.PASSWORD), resident, head);
        try (Screen kades = Screen.of(village, "kades", 360)) {
            Page page = kades.page();
            page.navigate("/tanda-tangan/" + request);
            page.locator("form[action$='/pena'] button").click();
            Locator sheet = page.locator("main a[href^='/surat/']").first();
            Matcher address = LETTER.matcher(sheet.getAttribute("href"));
            if (!address.find()) {
                throw new IOException("no letter of request " + request);
            }
            Locator scan = page.locator("form[action$='/pindaian']");
            scan.locator("[name=berkas]")
                    .setInputFiles(page.waitForDownload(sheet::click).path());
            scan.locator("button").click();
            page.getByText("Sudah ditandatangani").first().waitFor();
            return new SignedByPen(address.group(1));
        }
    }

    /** The file as the village gives it out. */
    byte[] file(ProgramProcess village) throws IOException {
        return Clerk.at(village.url(), "operator", Accounts.PASSWORD).download("/surat/" + letter);
    }

    private static String ask(Clerk operator, String resident, String head) throws IOException {
        Clerk.Page asked = operator.submit(
                operator.open("/permohonan/baru?warga=" + resident + "&jenis=KEHILANGAN")
                        .form("/permohonan/baru"),
                Map.of("saluran", "COUNTER", "keperluan", "lapor"));
        String request = asked.address().getPath();
        Clerk.Page sheet = operator.open(request + "/surat");
        Element signatory =
                sheet.content().select("option:contains(" + head + ")").first();
        operator.submit(
                sheet.form(request + "/surat"),
                Map.of("penandaTangan", signatory.val(), "i.barang", "KTP", "i.perkiraan", "pasar"));
        for (String state : new String[] {"IN_REVIEW", "AWAITING_SIGNATURE"}) {
            operator.submit(operator.open(request).form(request + "/langkah"), Map.of("ke", state));
        }
        return request.substring(request.lastIndexOf('/') + 1);
    }
}
