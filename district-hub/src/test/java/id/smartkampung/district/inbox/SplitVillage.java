package id.smartkampung.district.inbox;

import id.smartkampung.district.lineage.ConservationService;
import id.smartkampung.district.lineage.Lineage;
import id.smartkampung.district.lineage.Lineage.Part;
import id.smartkampung.district.lineage.LineageService;
import id.smartkampung.model.event.FamilyRecorded;
import id.smartkampung.model.event.HouseholdHandedOver;
import id.smartkampung.model.event.ResidentRecorded;
import id.smartkampung.model.event.VillageEvent;
import id.smartkampung.model.identity.NoKk;
import id.smartkampung.model.log.Envelope;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.vocabulary.BaseStatus;
import id.smartkampung.model.vocabulary.Sex;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/** A village that is to be split, with one that is to take a part of it. */
abstract class SplitVillage {

    static final LocalDate DAY = LocalDate.of(2027, 1, 2);
    static final String KRAJAN = "Krajan";

    @Inject
    Villages villages;

    @Inject
    VillageInbox inbox;

    @Inject
    LineageService lineages;

    @Inject
    ConservationService conservation;

    @Inject
    Tables tables;

    final UUID handover = UUID.randomUUID();
    final FamilyRecorded family = aFamily(KRAJAN, "3510010101260001");
    final FamilyRecorded staying = aFamily("Lor", "3510010101260002");
    final ResidentRecorded head = aPerson("Kepala Keluarga", family);
    /** Beside the head, so that they never have the same made-up NIK. */
    final ResidentRecorded child = aPerson(
            new UUID(
                    head.residentId().getMostSignificantBits(),
                    head.residentId().getLeastSignificantBits() ^ 1),
            "Anak",
            family);

    final ResidentRecorded neighbour = aPerson("Tetangga", staying);
    private final Map<NodeId, Integer> told = new HashMap<>();

    SimulatedVillage parent;
    SimulatedVillage young;
    UUID lineage;

    @BeforeEach
    void aVillageIsSplit() throws SQLException {
        parent = villages.aVillage();
        young = villages.aVillage();
        tells(parent, family, staying, head, child, neighbour);
        lineage = lineages.announce(
                Lineage.Kind.SPLIT, List.of(new Part(parent.node(), young.node(), List.of(KRAJAN))), DAY, "admin");
    }

    UUID announce(Lineage.Kind kind, Part... parts) {
        return lineages.announce(kind, List.of(parts), DAY, "admin");
    }

    HouseholdHandedOver handedOver(ResidentRecorded... members) {
        return new HouseholdHandedOver(handover, lineage, young.node().value(), List.of(family), List.of(members));
    }

    static ResidentRecorded left(ResidentRecorded person) {
        return Subjects.aResident(person.residentId(), person.fullName(), Sex.FEMALE, BaseStatus.INVALID)
                .placed(null, null);
    }

    static ResidentRecorded aPerson(String name, FamilyRecorded family) {
        return aPerson(UUID.randomUUID(), name, family);
    }

    static ResidentRecorded aPerson(UUID id, String name, FamilyRecorded family) {
        ResidentRecorded person = Subjects.aResident(id, name, Sex.FEMALE, BaseStatus.ALIVE);
        return person.placed(family.familyId(), person.nik());
    }

    static FamilyRecorded aFamily(String dusun, String card) {
        return new FamilyRecorded(UUID.randomUUID(), new NoKk(card), "Jalan Contoh 1", dusun, "001", "002");
    }

    void tells(SimulatedVillage village, VillageEvent... events) throws SQLException {
        village.records(events);
        receive(village, village.eventsFrom(told.getOrDefault(village.node(), 0) + 1));
    }

    void receive(SimulatedVillage village, List<Envelope> events) throws SQLException {
        inbox.receive(village.node(), topic(village), village.arriving(events));
        told.merge(village.node(), events.size(), Integer::sum);
    }

    static String topic(SimulatedVillage village) {
        return "topic-" + village.node();
    }

    String commands(SimulatedVillage village) {
        return tables.value(
                "select string_agg(type, ' ' order by sequence) from down_event where node = ?", village.node());
    }

    String lastCommand(SimulatedVillage village) {
        return tables.value(
                "select convert_from(data, 'UTF8') from down_event where node = ? order by sequence desc limit 1",
                village.node());
    }

    long living(SimulatedVillage village) {
        return Long.parseLong(
                tables.value("select count(*) from resident where base_status = 1 and node = ?", village.node()));
    }
}
