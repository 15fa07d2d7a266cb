package id.smartkampung.deploy.volume;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class CrawlTest {

    private static final List<String> PEOPLE = IntStream.range(0, 60)
            .mapToObj(i -> String.format("/penduduk/01890a5d-ac96-774b-bcce-%012d", i))
            .toList();

    @Test
    void remembersSomePagesOfAKindAndLooksAtFewer() throws IOException {
        List<String> lookedAt = new ArrayList<>();

        Map<String, List<String>> found = Crawl.from(List.of("/"), path -> {
            lookedAt.add(path);
            return path.equals("/") ? PEOPLE : List.of("/", "/penduduk/unduh");
        });

        assertThat(found).containsOnlyKeys("/", "/penduduk/{id}");
        assertThat(found.get("/penduduk/{id}")).hasSize(50).startsWith(PEOPLE.get(0));
        assertThat(lookedAt).containsExactly("/", PEOPLE.get(0), PEOPLE.get(1), PEOPLE.get(2));
    }

    @Test
    void comesToWhatIsLinkedOnlyFromFarAway() throws IOException {
        Map<String, List<String>> ways = Map.of("/", List.of("/surat"), "/surat", List.of("/surat?tahun=2019"));

        Map<String, List<String>> found = Crawl.from(List.of("/"), path -> ways.getOrDefault(path, List.of()));

        assertThat(found).containsOnlyKeys("/", "/surat", "/surat?tahun");
    }

    @Test
    void readsLinksAndNoFilesNorOtherPlaces() {
        String page = "<a href='/surat?tahun=2019&amp;setelah=7'>a</a><a href='?urut=newest'>b</a>"
                + "<a href='/surat/7' download>c</a><a href='https://example.org/'>d</a><a href='#isi'>e</a>";

        assertThat(Crawl.links(Jsoup.parse(page), "/permohonan"))
                .containsExactly("/surat?tahun=2019&setelah=7", "/permohonan?urut=newest");
    }
}
