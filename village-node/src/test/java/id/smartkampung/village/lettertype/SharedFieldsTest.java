package id.smartkampung.village.lettertype;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.smartkampung.model.letter.LetterCatalogue;
import id.smartkampung.model.letter.LetterKind;
import id.smartkampung.model.letter.LetterType;
import java.util.List;
import org.junit.jupiter.api.Test;

class SharedFieldsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void theShippedTypesAgree() {
        assertThat(LetterCatalogue.types().values())
                .allMatch(
                        type -> SharedFields.find(type, LetterCatalogue.types().values())
                                .isEmpty());
    }

    @Test
    void oneNameMeansOneThingInLettersMadeTogether() {
        LetterType shop = type("SKU");
        LetterType home = alongside(type("DOM"), "SKU");

        assertThat(SharedFields.find(home, List.of(shop, type("DOM"))))
                .hasValueSatisfying(clash -> assertThat(clash.field()).isEqualTo("sejak"));
        // the other way round, when the one made alongside is saved
        assertThat(SharedFields.find(shop, List.of(home, shop))).isPresent();
    }

    @Test
    void twoMadeAlongsideAThirdAgreeToo() {
        LetterType main = alongside(type("N1"), "SKU", "DOM");

        assertThat(SharedFields.find(main, List.of(type("SKU"), type("DOM")))).isPresent();
    }

    private static LetterType type(String kind) {
        return LetterCatalogue.find(new LetterKind(kind)).orElseThrow();
    }

    private static LetterType alongside(LetterType type, String... kinds) {
        ObjectNode node = JSON.valueToTree(type);
        node.set("alongside", JSON.valueToTree(kinds));
        return JSON.convertValue(node, LetterType.class);
    }
}
