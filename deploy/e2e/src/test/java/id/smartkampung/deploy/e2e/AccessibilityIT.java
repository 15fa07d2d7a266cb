package id.smartkampung.deploy.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import id.smartkampung.deploy.regency.PageKind;
import id.smartkampung.deploy.regency.ProgramProcess;
import id.smartkampung.deploy.regency.Regency;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No page has a serious fault for people who see, hear or move otherwise (WCAG 2.2 AA, as far as axe can tell). */
class AccessibilityIT {

    private static final Set<String> SERIOUS = Set.of("serious", "critical");
    private static final int LEAST_PAGES_OF_VILLAGE = 10;
    private static final int LEAST_PAGES_OF_HUB = 5;
    private static final String DELIVERY = ".*/antar/[0-9a-f-]{36}";

    private final Regency regency = SharedRegency.get();

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {360, 1280})
    void noPageOfAVillageHasASeriousFault(int width) {
        ProgramProcess village = regency.village(SharedRegency.BROWSED);
        try (Screen operator = Screen.of(village, "operator", width)) {
            LiveDashboardIT.register(operator.page(), "35100503039000" + width % 100, "Uji Halaman " + width);
            LetterAtCounter.fill(operator.page());
        }
        assertThat(faults(village, "admin", width, LEAST_PAGES_OF_VILLAGE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 1280})
    void noPageOfTheHubHasASeriousFault(int width) {
        assertThat(faults(regency.hub(), "admin", width, LEAST_PAGES_OF_HUB)).isEmpty();
    }

    /** The admin, who is led through all other pages, signs nothing; what is folded up is looked at as well. */
    @ParameterizedTest
    @ValueSource(ints = {360, 1280})
    void noPageOfALetterFromItsSignatureToItsVerificationHasASeriousFault(int width) throws IOException {
        SigningOffice.get();
        ProgramProcess village = regency.village(SharedRegency.BROWSED);
        String applicant = "Uji Tanda Tangan " + width;
        try (Screen operator = Screen.of(village, "operator", width);
                Screen kades = Screen.of(village, "kades", width)) {
            LiveDashboardIT.register(operator.page(), "35100503039100" + width % 100, applicant);
            LetterAtCounter.fill(operator.page());
            String request = LetterAtCounter.handOn(operator.page(), SigningOffice.HEAD);
            String sheet = request.replace("/permohonan/", "/tanda-tangan/");
            assertUnfoldedWithoutFault(kades.page(), "/tanda-tangan", sheet, "/kunci-tanda-tangan");

            SigningOffice.sign(kades.page(), applicant);

            assertThat(faults(kades.page())).as("what came of the signing").isEmpty();
            assertUnfoldedWithoutFault(kades.page(), sheet, request + "/konsep", "/surat");
            assertWayHomeWithoutFault(operator.page(), request);
            Path letter = folder.resolve(width + ".pdf");
            kades.page().navigate(request + "/konsep");
            kades.page()
                    .waitForDownload(
                            () -> kades.page().getByText("PDF bertanda tangan").click())
                    .saveAs(letter);
            String paper = PaperCode.address(letter).replace(regency.hub().url(), "");
            for (ProgramProcess program : List.of(regency.hub(), village)) {
                try (Screen stranger = Screen.anonymous(program, width)) {
                    assertUnfoldedWithoutFault(stranger.page(), "/v", paper, "/v/ABCDEFGHJKMNPQRSTVWXYZ2345");
                }
            }
        }
    }

    /** The letter is given to somebody who brings it home. */
    private static void assertWayHomeWithoutFault(Page page, String request) {
        page.navigate(request);
        page.locator("select[name=petugas]").selectOption(new SelectOption().setIndex(1));
        page.getByText("Tugaskan", new Page.GetByTextOptions().setExact(true)).click();
        page.getByText("Buka pengantarannya").click();
        page.waitForURL(address -> address.matches(DELIVERY));
        String delivery = page.url().replaceFirst("^https?://[^/]+", "");
        assertUnfoldedWithoutFault(page, delivery, "/antar");
    }

    private static void assertUnfoldedWithoutFault(Page page, String... paths) {
        for (String path : paths) {
            page.navigate(path);
            page.evaluate("() => document.querySelectorAll('main details').forEach(one => one.open = true)");
            assertThat(faults(page)).as(path).isEmpty();
        }
    }

    @Test
    void theLoginHasNoSeriousFault() {
        try (Screen stranger = Screen.anonymous(regency.hub(), 360)) {
            stranger.page().navigate("/masuk");
            assertThat(faults(stranger.page())).isEmpty();
        }
    }

    /** Follows every link that leads to a kind of page not seen yet. */
    private static List<String> faults(ProgramProcess program, String account, int width, int leastPages) {
        Map<String, List<String>> seen = new LinkedHashMap<>();
        Deque<String> open = new ArrayDeque<>(List.of("/"));
        try (Screen screen = Screen.of(program, account, width)) {
            while (!open.isEmpty()) {
                String path = open.poll();
                if (seen.containsKey(PageKind.of(path))) {
                    continue;
                }
                screen.page().navigate(path);
                seen.put(PageKind.of(path), faults(screen.page()));
                open.addAll(links(screen.page()));
            }
        }
        assertThat(seen.keySet()).as("kinds of pages found").hasSizeGreaterThanOrEqualTo(leastPages);
        List<String> all = new ArrayList<>();
        seen.forEach((kind, faults) -> faults.forEach(fault -> all.add(kind + ": " + fault)));
        return all;
    }

    static List<String> faults(Page page) {
        return new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(rule -> SERIOUS.contains(rule.getImpact()))
                        .map(rule -> rule.getId() + " at "
                                + rule.getNodes().stream()
                                        .limit(3)
                                        .map(node -> node.getHtml())
                                        .toList())
                        .toList();
    }

    @SuppressWarnings("unchecked")
    private static List<String> links(Page page) {
        return ((List<String>) page.evaluate("() => [...document.querySelectorAll('a[href]')]"
                        + ".filter(a => !a.hasAttribute('download') && a.origin === location.origin)"
                        + ".map(a => a.pathname + a.search)"))
                .stream().filter(PageKind::isPage).toList();
    }
}
