package id.smartkampung.web.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextTest {

    @Test
    void leavesOutWhatNoPaperHolds() {
        assertThat(PlainText.lines(" a\u0000b\u000bc\u0085d\ufffee\uffff\ud800f\tg "))
                .isEqualTo("a b c d e  f g");
        assertThat(PlainText.lines("satu\r\ndua\ntiga")).isEqualTo("satu\ndua\ntiga");
        assertThat(PlainText.lines(null)).isEmpty();
    }

    @Test
    void keepsEverySignOfALanguage() {
        assertThat(PlainText.lines("Ñandú Ma'ruf 😀 ꦲ")).isEqualTo("Ñandú Ma'ruf 😀 ꦲ");
    }

    @Test
    void oneLineIsOneLine() {
        assertThat(PlainText.line("  satu \n\n dua\u000b")).isEqualTo("satu dua");
    }
}
