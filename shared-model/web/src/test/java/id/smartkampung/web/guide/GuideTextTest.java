package id.smartkampung.web.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GuideTextTest {

    private static final Path GUIDE = Path.of("../../deploy/docs/panduan");
    private static final Pattern LINK = Pattern.compile("\\]\\(([a-z0-9-]+)\\.md");

    private final GuideText text = new GuideText(name -> name.equals("ada.png"));

    @Test
    void takesTheTitleFromTheFirstHeading() {
        assertThat(text.render("impor", "# Impor penduduk\n\nIsi.").title()).isEqualTo("Impor penduduk");
    }

    @Test
    void pointsLinksAndPicturesToTheirPages() {
        String html = text.render("a", "[x](impor.md#b) ![gambar](images/ada.png) [y](https://contoh.id)")
                .html();

        assertThat(html)
                .contains("href=\"/panduan/impor#b\"")
                .contains("src=\"/panduan/images/ada.png\"")
                .contains("href=\"https://contoh.id\"");
    }

    @Test
    void leavesOutPicturesThatAreNotMadeYet() {
        assertThat(text.render("a", "![gambar](images/belum.png)").html()).doesNotContain("<img");
    }

    @Test
    void showsTables() {
        assertThat(text.render("a", "| A | B |\n| --- | --- |\n| 1 | 2 |").html())
                .contains("<table class=\"tabel\">")
                .contains("<td>1</td>");
    }

    @Test
    void runsNoHtmlAndNoScripts() {
        assertThat(text.render("a", "<script>x</script>\n\n[y](javascript:alert(1))")
                        .html())
                .doesNotContain("<script")
                .doesNotContain("href=\"javascript:");
    }

    @Test
    void everyLinkBetweenTheTopicsLeadsSomewhere() throws IOException {
        try (Stream<Path> files = Files.list(GUIDE)) {
            List<Path> topics =
                    files.filter(file -> file.toString().endsWith(".md")).toList();
            assertThat(topics).isNotEmpty();
            for (Path topic : topics) {
                Matcher link = LINK.matcher(Files.readString(topic));
                while (link.find()) {
                    assertThat(GUIDE.resolve(link.group(1) + ".md")).exists();
                }
            }
        }
    }
}
