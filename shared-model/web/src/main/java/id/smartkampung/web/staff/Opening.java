package id.smartkampung.web.staff;

import id.smartkampung.web.WebConfig;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes sure at the start that somebody can log in, and that a demonstration is seen on this machine only. */
@ApplicationScoped
class Opening {

    private final DemoAccounts demoAccounts;
    private final FirstAdmin firstAdmin;
    private final WebConfig config;
    private final String host;
    private final int port;

    Opening(
            DemoAccounts demoAccounts,
            FirstAdmin firstAdmin,
            WebConfig config,
            @ConfigProperty(name = "quarkus.http.host") String host,
            @ConfigProperty(name = "quarkus.http.port") int port) {
        this.demoAccounts = demoAccounts;
        this.firstAdmin = firstAdmin;
        this.config = config;
        this.host = host;
        this.port = port;
    }

    void open(@Observes StartupEvent event) {
        if (config.demo()) {
            refuseToShowADemonstrationOutside(host);
            demoAccounts.createMissing();
            return;
        }
        // meant for the console of a new server, once; the code is worth nothing after its use
        firstAdmin
                .inviteIfNobodyIsThere()
                .ifPresent(code -> Log.infof("No admin yet. Open http://localhost:%d/awal?kode=%s", port, code));
    }

    /** Its passwords are known to everybody. */
    static void refuseToShowADemonstrationOutside(String host) {
        try {
            if (InetAddress.getByName(host).isLoopbackAddress()) {
                return;
            }
        } catch (UnknownHostException e) {
            throw new IllegalStateException("the demonstration listens on an unknown host: " + host, e);
        }
        throw new IllegalStateException(
                "the demonstration starts on a loopback address only, set QUARKUS_HTTP_HOST=127.0.0.1 instead of "
                        + host);
    }
}
