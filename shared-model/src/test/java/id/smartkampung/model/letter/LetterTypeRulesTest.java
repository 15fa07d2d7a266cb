package id.smartkampung.model.letter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LetterTypeRulesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    static List<LetterType> shipped() {
        return List.copyOf(LetterCatalogue.types().values());
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void nothingIsWrongWithAShippedType(LetterType type) {
        assertThat(LetterTypeRules.check(type)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void aTypeIsTheSameAfterItWasStored(LetterType type) {
        assertThat(LetterTypeJson.read(LetterTypeJson.write(type))).isEqualTo(type);
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void typesMadeTogetherExist(LetterType type) {
        assertThat(LetterCatalogue.types().keySet()).containsAll(type.alongside());
    }

    @Test
    void papersOfCitizensAreNotSignedByTheVillageHeadAlone() {
        assertThat(List.of("N2", "N3", "N4", "N5"))
                .allSatisfy(code ->
                        assertThat(type(code).signedByVillageHead()).as(code).isFalse());
        assertThat(type("N4").signers()).hasSize(2);
        assertThat(type("N5").signers()).hasSize(2);
        assertThat(type("KUASA").signers())
                .extracting(LetterSigner::role)
                .containsExactly(
                        LetterSigner.Role.PROXY_GIVER, LetterSigner.Role.PROXY_TAKER, LetterSigner.Role.VILLAGE_HEAD);
    }

    @Test
    void whoMustComeInPersonDoesNotAskFromAfar() throws JsonProcessingException {
        ObjectNode node = domicile();
        node.put("faceToFace", true);

        assertThat(problems(node))
                .containsExactly(new LetterTypeRules.Problem(LetterTypeRules.Place.CHANNELS, "channels-from-afar", ""));
        node.set(
                "channels",
                JSON.createArrayNode().add("COUNTER").add("OUTREACH").add("SERVICE_MALL"));
        assertThat(problems(node)).isEmpty();
    }

    @Test
    void whetherAnOfficeOutsideSignsIsAskedWithYesOrNo() throws JsonProcessingException {
        ObjectNode node = domicile();
        ArrayNode signers = (ArrayNode) node.get("signers");
        signers.addObject().put("role", "CAMAT").put("field", "ttd_camat").put("acknowledges", true);

        assertThat(problems(node))
                .containsExactly(new LetterTypeRules.Problem(LetterTypeRules.Place.SIGNERS, "signer-asked", "CAMAT"));
        ((ArrayNode) node.get("fields"))
                .addObject()
                .put("name", "ttd_camat")
                .put("label", "Perlu tanda tangan Camat")
                .put("kind", "YES_NO")
                .put("required", false)
                .putArray("options");
        assertThat(problems(node)).isEmpty();
    }

    @Test
    void onlyALetterThatTheHeadSignsIsOfTheVillage() {
        assertThat(type("KERAMAIAN").hasLetterhead()).isTrue();
        assertThat(List.of("N2", "KUASA", "JUALBELI", "IZINORTU", "AHLIWARIS"))
                .noneMatch(code -> type(code).hasLetterhead());
    }

    @ParameterizedTest
    @CsvSource({
        "Untuk {keperluann}., placeholder-unknown, {keperluann}",
        "[identitas keperluan], block-field, [identitas keperluan]",
        "[identitas], block-field, [identitas]",
        "[identitas tetangga], block-field, [identitas tetangga]",
        "[tabel pemohon], block-unknown, [tabel pemohon]",
        "Kepada [identitas pemohon] saja, block-unknown, Kepada [identitas pemohon] saja",
        "Sebesar ({terbilang}), money-missing, {terbilang}",
        "Ada kurung { terbuka, block-unknown, Ada kurung { terbuka",
        "[rincian sejak;keperluan], block-unknown, [rincian sejak;keperluan]",
    })
    void tellsWhatIsWrongInABody(String line, String code, String word) throws JsonProcessingException {
        ObjectNode node = domicile();
        node.set("body", JSON.createArrayNode().add(line));

        assertThat(problems(node)).containsExactly(new LetterTypeRules.Problem(LetterTypeRules.Place.BODY, code, word));
    }

    @Test
    void everyLetterIsSignedBySomebody() throws JsonProcessingException {
        ObjectNode node = domicile();
        node.set("signers", JSON.createArrayNode());

        assertThat(problems(node))
                .containsExactly(new LetterTypeRules.Problem(LetterTypeRules.Place.SIGNERS, "missing", ""));
    }

    @Test
    void aSignerBesideTheHeadIsNamedByAField() throws JsonProcessingException {
        ObjectNode node = domicile();
        node.withArray("signers").addObject().put("role", "BRIDE").put("acknowledges", false);

        assertThat(problems(node))
                .containsExactly(new LetterTypeRules.Problem(LetterTypeRules.Place.SIGNERS, "signer-field", "BRIDE"));
    }

    @Test
    void aFieldDoesNotTakeTheNameOfAnother() throws JsonProcessingException {
        ObjectNode node = domicile();
        node.withArray("fields").add(field("sejak")).add(field("nama_desa")).add(field("Nama Desa"));

        assertThat(problems(node))
                .extracting(LetterTypeRules.Problem::code)
                .containsExactly("field-twice", "field-taken", "field-name");
    }

    @Test
    void aFactTellsNoPerson() throws JsonProcessingException {
        ObjectNode node = domicile();
        node.withArray("fields").add(field("wali").put("kind", "PERSON"));
        node.set("facts", JSON.createArrayNode().add("wali"));

        assertThat(problems(node))
                .containsExactly(new LetterTypeRules.Problem(LetterTypeRules.Place.FACTS, "fact-unfit", "wali"));
    }

    private static ObjectNode field(String name) {
        return JSON.createObjectNode()
                .put("name", name)
                .put("label", "Isian")
                .put("kind", "TEXT")
                .put("required", true);
    }

    private static ObjectNode domicile() {
        return JSON.valueToTree(type("DOM"));
    }

    private static List<LetterTypeRules.Problem> problems(ObjectNode node) throws JsonProcessingException {
        return LetterTypeRules.check(JSON.treeToValue(node, LetterType.class));
    }

    private static LetterType type(String code) {
        return LetterCatalogue.find(new LetterKind(code)).orElseThrow();
    }
}
