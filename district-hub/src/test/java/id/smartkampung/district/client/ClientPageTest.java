package id.smartkampung.district.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import id.smartkampung.district.web.Officers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ClientPageTest {

    private static final Pattern SECRET = Pattern.compile("id=\"rahasia\">([^<]+)<");

    @Inject
    Officers officers;

    @Inject
    Clients clients;

    private Officers.Browser admin;
    private String id;

    @BeforeEach
    void anAdminIsThere() {
        admin = officers.a("admin");
        admin.get("/klien");
        id = "dinkes-" + UUID.randomUUID().toString().substring(0, 8);
    }

    @Test
    void isForTheAdminOnly() {
        officers.a("dukcapil").get("/klien").then().statusCode(403);
    }

    @Test
    void showsASecretOnce() {
        Response created = create("lingkup", "statistics");
        String secret = secretOf(created);

        created.then().statusCode(200).header("Cache-Control", equalTo("no-store"));
        assertThat(admin.get("/klien").asString()).contains(id).doesNotContain(secret);
        assertThat(token(secret)).isEqualTo(200);
    }

    @Test
    void refusesNikWithoutAPurpose() {
        create("lingkup", "residents.nik").then().statusCode(422).body(containsString("NIK terbuka hanya"));
    }

    @Test
    void refusesAnAreaOfAnotherRegency() {
        create("lingkup", "statistics", "wilayah", "35.09.01")
                .then()
                .statusCode(422)
                .body(containsString("bukan milik kabupaten"));
    }

    @Test
    void refusesANameThatWasUsed() {
        create("lingkup", "statistics");

        create("lingkup", "statistics").then().statusCode(409).body(containsString("pernah dipakai"));
    }

    @Test
    void keepsTheSecretBeforeGoodAfterARotationAndEndsItAfterAnother() {
        String first = secretOf(create("lingkup", "statistics"));

        String second = secretOf(admin.post("/klien/" + id + "/rahasia"));
        assertThat(token(first)).isEqualTo(200);
        assertThat(token(second)).isEqualTo(200);
        assertThat(admin.get("/klien").asString()).contains("dua rahasia berlaku");

        String third = secretOf(admin.post("/klien/" + id + "/rahasia"));
        assertThat(token(first)).isEqualTo(401);
        assertThat(token(second)).isEqualTo(200);
        assertThat(token(third)).isEqualTo(200);
    }

    @Test
    void recordsWhatTheAdminDid() {
        create("lingkup", "statistics");
        admin.post("/klien/" + id + "/rahasia");
        admin.get("/klien/" + id + "/cabut").then().body(containsString("Cabut klien"));
        admin.post("/klien/" + id + "/cabut").then().statusCode(303);

        assertThat(officers.a("inspektorat").get("/jejak?q=" + id).asString())
                .contains("Membuat klien API")
                .contains("Membuat rahasia baru untuk klien API")
                .contains("Mencabut klien API");
    }

    @Test
    void saysHowMuchAClientAsks() {
        Clients.Program program = clients.may("statistics");
        program.get("/api/v1/totals");
        program.get("/api/v1/totals");

        await().untilAsserted(() -> assertThat(rowOf(admin.get("/klien").asString(), program.id()))
                .contains("2 panggilan")
                .contains("terakhir"));
    }

    private static String rowOf(String page, String client) {
        int start = page.indexOf(client);
        return page.substring(start, page.indexOf("</tr>", start));
    }

    private Response create(String... more) {
        String[] form = new String[8 + more.length];
        System.arraycopy(
                new String[] {"clientId", id, "nama", "Dinas Kesehatan", "kontak", "Kasi Data", "batas", "600"},
                0,
                form,
                0,
                8);
        System.arraycopy(more, 0, form, 8, more.length);
        return admin.post("/klien", form);
    }

    private int token(String secret) {
        return RestAssured.given()
                .auth()
                .preemptive()
                .basic(id, secret)
                .formParam("grant_type", "client_credentials")
                .post("/oauth/token")
                .statusCode();
    }

    private static String secretOf(Response page) {
        Matcher matcher = SECRET.matcher(page.asString());
        assertThat(matcher.find()).as(page.asString()).isTrue();
        return matcher.group(1);
    }
}
