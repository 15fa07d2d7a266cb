package id.smartkampung.deploy.regency;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What kind of page an address of a program leads to, for whoever wants to look at one of each. */
public final class PageKind {

    private static final Pattern MUTATION = Pattern.compile("^/peristiwa/catat\\?(?:.*&)?(jenis=[A-Z]+)");

    private PageKind() {}

    /** Whether a link of a page leads to another page of ours, and not to a file or a part of the page itself. */
    public static boolean isPage(String path) {
        return path.startsWith("/")
                && !path.matches("/(q|webjars|_static|api|_kampung)/.*")
                && !path.matches(".*(ekspor|unduh|impor/.*/laporan|format=|\\.(csv|xlsx|json|yaml|png)).*");
    }

    /** Pages of two residents are one kind, and so are two states of one list; a form for another thing is another. */
    public static String of(String path) {
        Matcher mutation = MUTATION.matcher(path);
        String asked = mutation.find() ? "?" + mutation.group(1) : "";
        if (path.startsWith("/permohonan/baru") && path.contains("jenis=")) {
            asked = "?jenis";
        }
        return path.replaceAll("[?#].*", "")
                .replaceAll("^/jenis-surat/(?!baru).+", "/jenis-surat/{kode}")
                .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "{id}")
                .replaceAll("35\\.10\\.[0-9.]+", "{kode}")
                .concat(asked);
    }

    /** The same with the names of what is asked for, since a list costs by how it is filtered, sorted and leafed through. */
    public static String withQuestion(String path) {
        String kind = of(path);
        int question = path.indexOf('?');
        if (question < 0 || kind.contains("?")) {
            return kind;
        }
        String names = Arrays.stream(
                        path.substring(question + 1).replaceAll("#.*", "").split("&"))
                .filter(each -> each.matches("[^=]+=.+"))
                .map(each -> each.substring(0, each.indexOf('=')))
                .distinct()
                .sorted()
                .collect(Collectors.joining("&"));
        return names.isEmpty() ? kind : kind + "?" + names;
    }
}
