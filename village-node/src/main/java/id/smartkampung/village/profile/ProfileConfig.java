package id.smartkampung.village.profile;

import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.wilayah.KodeWilayah;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Which village this is. */
@ConfigMapping(prefix = "village.profile")
interface ProfileConfig {

    /** Name of this server for life, chosen at enrolment; by custom the kode desa of that day. */
    NodeId node();

    /** The kode desa of today. */
    @WithDefault("${village.profile.node}")
    KodeWilayah kode();

    /** For a village that the shipped list of areas does not know. */
    Optional<String> name();

    /** A server to learn on: marked on every page, and nothing leaves it. */
    @WithDefault("false")
    boolean training();
}
