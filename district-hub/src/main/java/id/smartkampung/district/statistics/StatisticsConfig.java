package id.smartkampung.district.statistics;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How the totals of the villages are held against their rows. */
@ConfigMapping(prefix = "district.statistics")
interface StatisticsConfig {

    /** When the rows of all villages are counted, as a cron expression; {@code off} for never. */
    @WithDefault("0 10 3 * * ?")
    String recountAt();
}
