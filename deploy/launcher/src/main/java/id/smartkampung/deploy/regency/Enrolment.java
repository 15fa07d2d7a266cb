package id.smartkampung.deploy.regency;

import id.smartkampung.deploy.servers.ServerException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;

/**
 * Connects villages with the hub as people do: the admin of the regency makes a one-time code on one page, the admin of
 * the village enters it on another, and both compare six words.
 */
final class Enrolment {

    private static final String ADMIN = "admin";

    private final ProgramProcess hub;

    Enrolment(ProgramProcess hub) {
        this.hub = hub;
    }

    /** Does nothing for a village that has its credential. */
    void connectOnce(ProgramProcess village) {
        if (Files.exists(village.folder().resolve("keys").resolve("broker.json"))) {
            return;
        }
        try {
            connect(village);
        } catch (IOException e) {
            throw new ServerException(village.name() + " cannot be connected with the hub, see " + village.log(), e);
        }
    }

    private void connect(ProgramProcess village) throws IOException {
        Clerk regency = Clerk.at(hub.url(), ADMIN, Clerk.DEMO_PASSWORD);
        Clerk.Page code =
                regency.submit(regency.open("/sambungan").form("/sambungan/" + village.name() + "/kode"), Map.of());
        Clerk there = Clerk.at(village.url(), ADMIN, Clerk.DEMO_PASSWORD);
        Clerk.Page joined = there.submit(
                there.open("/sambungkan").form("/sambungkan"),
                Map.of("alamat", text(code, "#alamat"), "kode", text(code, "#kode")));
        String words = text(joined, "#enam-kata");
        if (!regency.open("/sambungan").content().text().contains(words)) {
            throw new IOException("the six words of " + village.name() + " are not those that the hub shows: " + words);
        }
    }

    private static String text(Clerk.Page page, String place) throws IOException {
        String text = page.content().select(place).text();
        if (text.isEmpty()) {
            throw new IOException(page.address() + " shows no " + place + " but: "
                    + page.content().select("main").text());
        }
        return text;
    }
}
