package id.smartkampung.district.population;

import id.smartkampung.district.statistics.Measure;
import id.smartkampung.district.statistics.StockProjection;
import id.smartkampung.district.store.Differences;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.web.time.Wib;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

/** Moves the people of a village by what a batch changed of their {@link Profile profiles}, in the transaction of the batch. */
@ApplicationScoped
@Transactional(value = TxType.MANDATORY, dontRollbackOn = RuntimeException.class)
public class PopulationProjection {

    private final AgroalDataSource database;
    private final StockProjection stock;
    private final Clock clock;

    PopulationProjection(AgroalDataSource database, StockProjection stock, Clock clock) {
        this.database = database;
        this.stock = stock;
        this.clock = clock;
    }

    /** Adds those who came, takes off those who went; after the rows were written. */
    public void move(NodeId node, Differences profiles) throws SQLException {
        if (profiles.byCategory().isEmpty()) {
            return;
        }
        LocalDate today = today();
        try (Connection connection = database.getConnection()) {
            Optional<LocalDate> day = PopulationTable.lock(connection, node, today);
            Population moved = Population.of(profiles, day.orElse(today), Trait.ALL);
            if (day.isPresent()) {
                PopulationTable.add(connection, node, moved);
            }
            stock.move(node, Measure.PEOPLE, moved.bySex());
        }
    }

    /** Sets the people of a village to what was counted. */
    public void restate(NodeId node, Differences profiles) throws SQLException {
        LocalDate today = today();
        try (Connection connection = database.getConnection()) {
            LocalDate day = PopulationTable.lock(connection, node, today).orElse(today);
            Population counted = Population.of(profiles, day, Trait.ALL);
            PopulationTable.replace(connection, node, counted);
            stock.restate(node, Measure.PEOPLE, counted.bySex());
        }
    }

    private LocalDate today() {
        return Wib.dateOf(clock.instant());
    }
}
