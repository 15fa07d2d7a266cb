package id.smartkampung.model.simulation.proof;

import id.smartkampung.model.event.CheckpointTaken.Reason;
import id.smartkampung.model.event.FamilyRecorded;
import id.smartkampung.model.log.Envelope;
import id.smartkampung.model.proof.Repair.Finding;
import id.smartkampung.model.simulation.World;
import java.util.List;
import java.util.UUID;

/**
 * One run: people work, rows are changed at the district behind the program, commands are lost, repeated and overtake
 * each other, events are parked. Afterwards the rows must be equal, found so, and with bounded talk.
 *
 * <p>That events arrive once and in their order is simulated elsewhere, and taken for granted here.
 */
final class ProofSimulation {

    private static final long TROUBLED_TIME = 60_000;
    private static final long PATIENCE = 30_000;
    private static final int MOST_ASKED = 6;

    private final World world;
    private final ProofVillage village;
    private final ProofHub hub;
    private boolean troubled = true;
    private int arrived;
    private int sent;
    private int occasions;

    private ProofSimulation(long seed, ProofParts parts) {
        world = new World(seed);
        village = new ProofVillage(world);
        hub = new ProofHub(world, parts, village);
        hub.parks = true;
        world.every(400, this::work);
        world.every(4_000, this::hour);
        world.every(9_000, this::day);
        world.every(3_500, this::damage);
        world.every(300, this::events);
        world.every(200, this::commands);
        world.every(1_500, this::heads);
    }

    /** What went wrong in a run, with its story; empty when nothing did. */
    static String failureOf(long seed, ProofParts parts) {
        ProofSimulation simulation = new ProofSimulation(seed, parts);
        try {
            simulation.world.run(TROUBLED_TIME);
            simulation.heal();
            return "";
        } catch (AssertionError | RuntimeException e) {
            return "-Dsimulation.seed=" + seed + ": " + e + "\n" + simulation.world.story();
        }
    }

    private void work() {
        if (troubled) {
            village.work();
        }
    }

    private void hour() {
        occasions++;
        village.checkpoint(Reason.HOURLY);
    }

    private void day() {
        occasions++;
        village.checkpoint(Reason.DAILY);
    }

    /** A person at the prompt, a bug, a failing disk. */
    private void damage() {
        List<UUID> ids = List.copyOf(hub.table.keySet());
        if (!troubled || ids.size() < 2 || world.chance(0.4)) {
            return;
        }
        occasions++;
        UUID id = world.anyOf(ids);
        FamilyRecorded row = hub.table.get(id);
        switch (world.below(4)) {
            case 0 -> hub.table.remove(id);
            case 1 -> hub.table.put(id, changed(row, id));
            case 2 -> {
                UUID added = new UUID(world.bits(), world.bits());
                hub.table.put(added, changed(row, added));
            }
            default -> {
                UUID other = world.anyOf(ids);
                FamilyRecorded beside = hub.table.getOrDefault(other, row);
                hub.table.put(id, with(beside, id));
                hub.table.put(other, with(row, other));
            }
        }
        world.tell("rows are changed around " + id);
    }

    private static FamilyRecorded with(FamilyRecorded row, UUID id) {
        return new FamilyRecorded(id, row.noKk(), row.address(), row.dusun(), row.rw(), row.rt());
    }

    private static FamilyRecorded changed(FamilyRecorded row, UUID id) {
        return new FamilyRecorded(id, row.noKk(), row.address() + " palsu", row.dusun(), row.rw(), row.rt());
    }

    private void events() {
        if (!troubled || world.chance(0.7)) {
            arrived = village.log.size();
        }
        hub.turn(arrived);
    }

    /** Each goes a way of its own. */
    private void commands() {
        for (; sent < hub.asked.size(); sent++) {
            Envelope command = hub.asked.get(sent);
            int copies = troubled ? world.below(3) : 1;
            for (int copy = 0; copy < copies; copy++) {
                world.after(troubled ? world.below(1_500) : 10, () -> village.hear(command));
            }
        }
    }

    /** The village says how far it has obeyed; what is missing goes once more. */
    private void heads() {
        if (!troubled || world.chance(0.6)) {
            sent = Math.toIntExact(village.obeyed.position().sequence());
        }
    }

    private void heal() {
        troubled = false;
        hub.parks = false;
        hub.release();
        for (int ask = 0; ask < MOST_ASKED; ask++) {
            hub.ask();
            occasions++;
            for (int waited = 0; !isProven() && waited < PATIENCE; waited += 500) {
                world.run(500);
            }
            if (isProven()) {
                finish();
                return;
            }
        }
        throw new AssertionError("not proven: " + hub.repair);
    }

    private boolean isProven() {
        return hub.repair == null && hub.last == Finding.EQUAL && hub.isAtEnd();
    }

    private void finish() {
        if (!hub.table.equals(village.rows())) {
            throw new AssertionError("found equal, and is not");
        }
        if (hub.asked.size() > 8 * occasions) {
            throw new AssertionError(hub.asked.size() + " commands for " + occasions + " occasions");
        }
    }
}
