package id.smartkampung.deploy.volume;

import id.smartkampung.deploy.regency.Clerk;
import id.smartkampung.deploy.regency.PageKind;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Finds the pages that somebody is led to, by following links: some of each kind. */
final class Crawl {

    /** So many pages of a kind are looked at for further links. */
    private static final int LOOKED_AT = 3;

    /** So many addresses of a kind are remembered. */
    private static final int REMEMBERED = 50;

    private Crawl() {}

    /** What an address leads on to. */
    @FunctionalInterface
    interface Links {

        List<String> of(String path) throws IOException;
    }

    /** The links of the pages that an account sees. */
    static Links seenBy(Clerk clerk) {
        return path -> {
            Clerk.Page page = clerk.open(path);
            return page.status() < 400 ? links(page.content(), page.address().getRawPath()) : List.of();
        };
    }

    /** Addresses by their kind, as {@link PageKind#withQuestion} tells them apart. */
    static Map<String, List<String>> from(List<String> beginnings, Links links) throws IOException {
        Map<String, Set<String>> found = new TreeMap<>();
        Deque<String> open = new ArrayDeque<>(beginnings);
        while (!open.isEmpty()) {
            String path = open.poll();
            Set<String> kind = found.computeIfAbsent(PageKind.withQuestion(path), name -> new LinkedHashSet<>());
            if (kind.size() < REMEMBERED && kind.add(path) && kind.size() <= LOOKED_AT) {
                links.of(path).stream().filter(PageKind::isPage).forEach(open::add);
            }
        }
        Map<String, List<String>> addresses = new TreeMap<>();
        found.forEach((kind, paths) -> addresses.put(kind, List.copyOf(paths)));
        return addresses;
    }

    /** Where a page leads to within its program, without the files that it offers. */
    static List<String> links(Document page, String path) {
        List<String> paths = new ArrayList<>();
        for (Element link : page.select("a[href]:not([download])")) {
            String to = link.attr("href").strip();
            if (to.startsWith("/")) {
                paths.add(to);
            } else if (to.startsWith("?")) {
                paths.add(path + to);
            }
        }
        return paths;
    }
}
