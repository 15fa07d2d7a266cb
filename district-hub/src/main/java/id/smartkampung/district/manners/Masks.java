package id.smartkampung.district.manners;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import id.smartkampung.model.identity.Nik;
import java.util.Map;
import java.util.regex.Pattern;

/** Covers what looks like a NIK or a KK number in texts that people wrote, where none may be shown. */
final class Masks {

    private static final Pattern SIXTEEN = Pattern.compile("(?<![0-9])[0-9]{16}(?![0-9])");

    private Masks() {}

    /** In place; a field of the name left is not looked at. */
    static void cover(JsonNode tree, String left) {
        if (tree instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                if (field.getValue() instanceof TextNode text && !field.getKey().equals(left)) {
                    field.setValue(covered(text));
                } else {
                    cover(field.getValue(), left);
                }
            }
        } else if (tree instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                if (array.get(i) instanceof TextNode text) {
                    array.set(i, covered(text));
                } else {
                    cover(array.get(i), left);
                }
            }
        }
    }

    private static TextNode covered(TextNode text) {
        String value = text.textValue();
        return SIXTEEN.matcher(value).find()
                ? TextNode.valueOf(SIXTEEN.matcher(value).replaceAll(number -> new Nik(number.group()).masked()))
                : text;
    }
}
