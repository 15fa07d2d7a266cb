package id.smartkampung.district.population;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the totals by age. */
@ConfigMapping(prefix = "district.population")
interface PopulationConfig {

    /** How often it is looked whether a day (WIB) has begun on which people are older. */
    @WithDefault("1m")
    Duration lookEvery();
}
