package id.smartkampung.district.population;

import id.smartkampung.district.web.Reading;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.web.time.Wib;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Looks for villages whose people are not yet as old as they are today, whatever days were missed. */
@ApplicationScoped
class Birthdays {

    private final Reading reading;
    private final PopulationService population;
    private final Clock clock;

    Birthdays(Reading reading, PopulationService population, Clock clock) {
        this.reading = reading;
        this.population = population;
        this.clock = clock;
    }

    @Scheduled(every = "${district.population.look-every:1m}", concurrentExecution = ConcurrentExecution.SKIP)
    void celebrate() {
        for (NodeId node : reading.list(row -> new NodeId(row.getString("node")), """
                select v.node from village v left join population_day d on d.node = v.node
                where d.as_of is null or d.as_of < ? order by v.node
                """, Wib.dateOf(clock.instant()))) {
            try {
                population.goOn(node);
            } catch (IllegalStateException e) {
                Log.warnf(e, "the people of village %s are made older a little later", node);
            }
        }
    }
}
