package id.smartkampung.deploy.faults;

import id.smartkampung.deploy.faults.FaultRow.TestName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The sources of all tests of the checkout, asked what a test of a name is worth. */
final class TestSources {

    /** Comments, texts and characters: what is said in them is not done. */
    private static final Pattern SAID = Pattern.compile(
            "/\\*(?s:.*?)\\*/|//[^\\n]*|\"\"\"(?s:.*?)\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\\\n])+'");

    private static final Pattern RUNS =
            Pattern.compile("@(Test|Property|ParameterizedTest|RepeatedTest|Example|ArchTest)\\b");
    private static final Pattern CLAIMS = Pattern.compile("\\b(assert[A-Z]\\w*|fail|then[A-Z]\\w*)\\s*\\(");
    private static final Pattern CALL = Pattern.compile("\\b([a-z]\\w*)\\s*\\(");

    private final Map<String, String> classes = new HashMap<>();

    TestSources(Map<String, String> classes) {
        classes.forEach(
                (name, source) -> this.classes.put(name, SAID.matcher(source).replaceAll(" \"\" ")));
    }

    static TestSources of(Path root) {
        Map<String, String> sources = new HashMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            files.filter(file -> file.toString().contains("/src/test/java/"))
                    .filter(file -> file.toString().endsWith(".java"))
                    .forEach(file -> sources.put(name(file), read(file)));
        } catch (IOException e) {
            throw new UncheckedIOException("the tests of " + root + " cannot be read", e);
        }
        return new TestSources(sources);
    }

    /** What is wrong with a test of the table; empty when it shows something. */
    Optional<String> trouble(TestName test) {
        String source = classes.get(test.type());
        if (source == null) {
            return Optional.of(test + " is in no class of that name");
        }
        Matcher declaration = declaration(source, test.method());
        if (!declaration.find()) {
            return Optional.of(test + " is missing");
        }
        String head = source.substring(afterPrevious(source, declaration.start()), declaration.start());
        String classHead = source.substring(0, source.indexOf('{'));
        if (!RUNS.matcher(head).find()) {
            return Optional.of(test + " is no test");
        }
        if (head.contains("@Disabled") || classHead.contains("@Disabled")) {
            return Optional.of(test + " is disabled");
        }
        return claims(source, test.method(), new HashSet<>())
                ? Optional.empty()
                : Optional.of(test + " claims nothing");
    }

    /** Whether a method asserts something, itself or through a method of its class. */
    private static boolean claims(String source, String method, Set<String> seen) {
        if (!seen.add(method)) {
            return false;
        }
        Matcher declaration = declaration(source, method);
        while (declaration.find()) {
            String body = body(source, declaration.end());
            if (CLAIMS.matcher(body).find()) {
                return true;
            }
            Matcher call = CALL.matcher(body);
            while (call.find()) {
                if (claims(source, call.group(1), seen)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Matcher declaration(String source, String method) {
        return Pattern.compile("\\n    (?:[a-z]+ )*[\\w<>\\[\\], ?.]+ " + method + "\\s*\\([^;{}]*\\)[^;{}]*\\{")
                .matcher(source);
    }

    /** Where the member before ended: what follows is the head of this one. */
    private static int afterPrevious(String source, int start) {
        // A brace within an annotation is followed by a parenthesis, not by the end of its line.
        return Math.max(source.lastIndexOf("}\n", start), source.lastIndexOf(";\n", start)) + 1;
    }

    private static String body(String source, int start) {
        int depth = 1;
        int end = start;
        while (depth > 0 && end < source.length()) {
            char c = source.charAt(end++);
            if (c == '{') {
                depth++;
            } else if (c == '}') {
                depth--;
            }
        }
        return source.substring(start, end);
    }

    private static String name(Path file) {
        return file.getFileName().toString().replace(".java", "");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
