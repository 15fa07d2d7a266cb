package id.smartkampung.district.parking;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of what becomes of parked events. */
@ConfigMapping(prefix = "district.parking")
interface ParkingConfig {

    /** How often parked events of unknown types are looked through for types that this program knows. */
    @WithDefault("60s")
    Duration tryAgainEvery();
}
