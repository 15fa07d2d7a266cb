package id.smartkampung.district.inbox;

import id.smartkampung.model.wilayah.KodeWilayah;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/** Villages of one kecamatan, as those who follow the feed see them. */
abstract class FeedOfAnArea {

    static final String TOPIC = "topic-a";
    static final String ALL = "requests residents.min";

    /** A kecamatan of its own for each test, so that none meets another's villages. */
    private static final AtomicInteger NEXT = new AtomicInteger(10);

    @Inject
    Villages villages;

    @Inject
    VillageInbox inbox;

    @Inject
    Tables tables;

    final String area = "35.98." + NEXT.getAndIncrement();

    SimulatedVillage aVillage() {
        return villages.aVillageIn(new KodeWilayah(area + ".2001"));
    }

    void receive(SimulatedVillage village) throws SQLException {
        inbox.receive(village.node(), TOPIC, village.arriving(village.eventsFrom(1)));
    }
}
