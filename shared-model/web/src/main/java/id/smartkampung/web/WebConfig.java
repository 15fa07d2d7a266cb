package id.smartkampung.web;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Settings of what both programs share on the web. */
@ConfigMapping(prefix = "kampung.web")
public interface WebConfig {

    /** Differs per port, since cookies of one host are not separated by port. */
    @WithDefault("kampung-${quarkus.http.port:8080}")
    String cookieName();

    /** Made-up people, accounts whose password stands on the login page; only on a loopback address. */
    @WithDefault("${kampung.demo:false}")
    boolean demo();

    /** A session nobody uses ends after this. */
    @WithDefault("PT1H")
    Duration sessionIdle();

    /** Every session ends after this. */
    @WithDefault("PT12H")
    Duration sessionLength();

    /** How long a one-time link to set a password is good. */
    @WithDefault("PT24H")
    Duration invitation();

    /** Work factor of bcrypt. */
    @WithDefault("11")
    int passwordCost();

    /**
     * Whether those who sign or administer also give the code of their phone; unset it is asked everywhere but in a
     * demonstration and on a server to practise on.
     */
    Optional<Boolean> secondFactor();

    /** How long after the password the code is awaited. */
    @WithDefault("PT10M")
    Duration codeWithin();

    /** Where the key lies that locks the secrets of second factors; not in a folder that is served or shared. */
    @WithDefault("keys")
    Path keysFolder();
}
