package id.smartkampung.web.guide;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Turns the Markdown of the guide into the HTML of its page. */
final class GuideText {

    private static final List<TablesExtension> EXTENSIONS = List.of((TablesExtension) TablesExtension.create());
    private static final Pattern TOPIC_FILE = Pattern.compile("(?:\\./)?([a-z0-9-]+)\\.md(#.*)?");
    private static final Pattern IMAGE_FILE = Pattern.compile("(?:\\./)?images/([a-z0-9-]+\\.(?:png|jpg|svg))");

    private final Parser parser = Parser.builder().extensions(EXTENSIONS).build();
    private final HtmlRenderer renderer = HtmlRenderer.builder()
            .extensions(EXTENSIONS)
            .escapeHtml(true)
            .sanitizeUrls(true)
            .attributeProviderFactory(context -> GuideText::addClasses)
            .build();

    /** Says which pictures are there; one that is not yet made is left out of the page. */
    private final Predicate<String> hasImage;

    GuideText(Predicate<String> hasImage) {
        this.hasImage = hasImage;
    }

    GuideTopic render(String name, String markdown) {
        Node document = parser.parse(markdown);
        Title title = new Title();
        document.accept(title);
        document.accept(new Addresses(hasImage));
        return new GuideTopic(name, title.found.isEmpty() ? name : title.found, renderer.render(document));
    }

    private static void addClasses(Node node, String tag, Map<String, String> attributes) {
        if (node instanceof TableBlock && tag.equals("table")) {
            attributes.put("class", "tabel");
        }
        if (node instanceof Image) {
            attributes.put("loading", "lazy");
        }
    }

    /** Finds the first heading of the first level. */
    private static final class Title extends AbstractVisitor {

        private String found = "";

        @Override
        public void visit(Heading heading) {
            if (found.isEmpty() && heading.getLevel() == 1 && heading.getFirstChild() instanceof Text text) {
                found = text.getLiteral();
            }
        }
    }

    /** Lets links between files point to the pages made of them. */
    private static final class Addresses extends AbstractVisitor {

        private final Predicate<String> hasImage;

        private Addresses(Predicate<String> hasImage) {
            this.hasImage = hasImage;
        }

        @Override
        public void visit(Link link) {
            Matcher topic = TOPIC_FILE.matcher(link.getDestination());
            if (topic.matches()) {
                String anchor = topic.group(2) == null ? "" : topic.group(2);
                link.setDestination("/panduan/" + topic.group(1) + anchor);
            }
            visitChildren(link);
        }

        @Override
        public void visit(Image image) {
            Matcher file = IMAGE_FILE.matcher(image.getDestination());
            if (!file.matches() || !hasImage.test(file.group(1))) {
                image.unlink();
                return;
            }
            image.setDestination("/panduan/images/" + file.group(1));
        }
    }
}
