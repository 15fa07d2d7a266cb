package id.smartkampung.web.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CsvTest {

    @Test
    void quotesEveryCell() {
        assertThat(Csv.line("a", 1, null, "b\"c;d")).isEqualTo("\"a\";\"1\";;\"b\"\"c;d\"\r\n");
    }

    @Test
    void runsNoFormula() {
        assertThat(Csv.line("=1+1", "@x", "-2")).isEqualTo("\"'=1+1\";\"'@x\";\"'-2\"\r\n");
    }
}
