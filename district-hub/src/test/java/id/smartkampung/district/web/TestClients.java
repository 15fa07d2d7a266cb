package id.smartkampung.district.web;

import static io.restassured.RestAssured.given;

import id.smartkampung.district.client.Clients;
import id.smartkampung.district.client.Clients.Program;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.inject.spi.CDI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Programs of other agencies by a name of the test's; each asks with a token of the scopes that are named. */
public final class TestClients {

    private static final int PARTS = 3;
    private static final String[] ALL = {"statistics", "requests", "residents.min", "residents.nik"};
    private static final Map<String, Program> PROGRAMS = new ConcurrentHashMap<>();

    private TestClients() {}

    /** Which program, which of its scopes, and of which areas; without areas it may see the whole kabupaten. */
    public static String client(String name, String scopes, String areas) {
        return String.join(";", name, scopes, areas);
    }

    public static RequestSpecification asks(String client) {
        return given().header("Authorization", authorization(client));
    }

    /** Value of the header. */
    public static String authorization(String client) {
        String scopes = client.split(";", PARTS)[1];
        return "Bearer " + program(client).asksForToken(scopes).path("access_token");
    }

    /** By what name it is registered, and stands in the trail. */
    public static String subject(String client) {
        return "client/" + program(client).id();
    }

    private static Program program(String client) {
        String[] parts = client.split(";", PARTS);
        return PROGRAMS.computeIfAbsent(
                parts[0] + ";" + parts[2],
                known -> CDI.current().select(Clients.class).get().mayIn(words(parts[2]), ALL));
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty()).toList();
    }
}
