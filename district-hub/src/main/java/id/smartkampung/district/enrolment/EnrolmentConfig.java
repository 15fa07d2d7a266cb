package id.smartkampung.district.enrolment;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Settings of how villages join. */
@ConfigMapping(prefix = "district.enrolment")
interface EnrolmentConfig {

    /** How long a one-time code is good. */
    @WithDefault("10d")
    Duration codeValidity();

    /** How long a credential at the broker is good before the village must have renewed it. */
    @WithDefault("400d")
    Duration credentialValidity();

    /** Address under which villages reach this hub; without it that under which the admin does. */
    Optional<URI> address();

    /** Certificate, as PEM, under which villages reach this hub; without it they can join on the same machine only. */
    Optional<Path> certificate();

    /** Certificate, as PEM, that takes the place of the one of today; the villages are told of it. */
    Optional<Path> nextCertificate();

    /** Certificates, as PEM, under which those of the brokers will stand; the villages are told of them. */
    Optional<Path> nextBrokerAuthority();

    /** How often it is looked whether a village has yet to be told of other certificates. */
    @WithDefault("10s")
    String tellEvery();

    /** Addresses under which villages reach the brokers. */
    @WithDefault("${kafka.bootstrap.servers}")
    String brokers();

    /** Certificates, as PEM, under which those of the brokers stand. */
    @WithDefault("${kafka.ssl.truststore.location:}")
    Optional<Path> brokerAuthority();
}
