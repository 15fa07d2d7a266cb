package id.smartkampung.deploy.senders;

import id.smartkampung.model.event.EventJson;
import id.smartkampung.model.event.EventType;
import id.smartkampung.model.event.FamilyRecorded;
import id.smartkampung.model.event.RequestRecorded;
import id.smartkampung.model.event.RequestRecorded.Step;
import id.smartkampung.model.event.ResidentRecorded;
import id.smartkampung.model.event.ResidentRemoved;
import id.smartkampung.model.event.VillageEvent;
import id.smartkampung.model.identity.Nik;
import id.smartkampung.model.identity.NoKk;
import id.smartkampung.model.letter.LetterKind;
import id.smartkampung.model.log.Envelope;
import id.smartkampung.model.log.LogHead;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.log.NodeKey;
import id.smartkampung.model.request.Channel;
import id.smartkampung.model.request.RequestState;
import id.smartkampung.model.vocabulary.BaseStatus;
import id.smartkampung.model.vocabulary.Citizenship;
import id.smartkampung.model.vocabulary.Education;
import id.smartkampung.model.vocabulary.MaritalStatus;
import id.smartkampung.model.vocabulary.Occupation;
import id.smartkampung.model.vocabulary.Relationship;
import id.smartkampung.model.vocabulary.Religion;
import id.smartkampung.model.vocabulary.Residency;
import id.smartkampung.model.vocabulary.Sex;
import id.smartkampung.model.wilayah.Wilayah;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;

/** The log of a village that is none: the next event of a mix, or one that is given, chained to the one before. */
public final class SimulatedVillage {

    private static final Instant BEGIN = Instant.parse("2026-01-05T01:00:00Z");
    private static final String[] GIVEN = {"Siti", "Slamet", "Dewi", "Moh.", "Ayu", "Sutrisno", "Nur", "Wahyu"};
    private static final String[] FAMILY = {"Rahayu", "Santoso", "Lestari", "Hidayat", "Wulandari", "Nawawi"};

    private static final List<Channel> CHANNELS = List.of(Channel.values());

    private final NodeKey key = NodeKey.generate();
    private final SplittableRandom random;
    private final String nikPrefix;
    private final List<UUID> residents = new ArrayList<>();
    private final List<UUID> families = new ArrayList<>();
    private final List<RequestRecorded> requests = new ArrayList<>();

    private LogHead head;
    private InstantSource clock = this::ofTheHistory;
    private long made;

    /** @param seed of what happens there; its key is a new one each time */
    private SimulatedVillage(NodeId node, long seed) {
        this.head = LogHead.start(node);
        this.random = new SplittableRandom(seed);
        this.nikPrefix = node.value().replace(".", "").substring(0, 6);
    }

    /** The first villages of Banyuwangi, each with a life of its own from the seed. */
    public static List<SimulatedVillage> first(int count, long seed) {
        return Wilayah.desa().stream()
                .limit(count)
                .map(desa -> new NodeId(desa.kode().value()))
                .map(node -> new SimulatedVillage(node, seed ^ node.value().hashCode()))
                .toList();
    }

    /** Settings of a hub that knows these villages and their keys without having enrolled them. */
    public static Map<String, String> knownToHub(Collection<SimulatedVillage> villages) {
        Map<NodeId, NodeKey> known = new LinkedHashMap<>();
        villages.forEach(village -> known.put(village.node(), village.key()));
        return KnownVillages.settings(known);
    }

    public NodeId node() {
        return head.node();
    }

    /** With it the village signs the heads of its batches. */
    public NodeKey key() {
        return key;
    }

    public long sequence() {
        return head.position().sequence();
    }

    /** The end of its log. */
    public LogHead head() {
        return head;
    }

    /** From now on its clock says this; until then an event comes a second after the one before, in January 2026. */
    public void setClock(InstantSource clock) {
        this.clock = clock;
    }

    /** Six in ten events enter a person, two change one; the rest are families, requests and removals. */
    public Envelope next() {
        return append(event(random.nextInt(100)));
    }

    /** A new family, or a new person in one of the families; one family for three persons. */
    public VillageEvent arrival() {
        return families.size() * 3 <= residents.size() ? family() : resident(newId(residents));
    }

    /** A person of those here in a new state. */
    public ResidentRecorded change() {
        return resident(any(residents));
    }

    /** This person in a new state, whether here or not. */
    public ResidentRecorded recorded(UUID resident) {
        return resident(resident);
    }

    public Envelope append(VillageEvent event) {
        return append(EventType.of(event).wireName(), event.subject().toString(), EventJson.write(event));
    }

    /** Whatever a program of another version may say. */
    public Envelope append(String type, String subject, byte[] data) {
        made++;
        Envelope envelope = Envelope.next(head, type, subject, clock.instant(), data);
        head = envelope.head();
        return envelope;
    }

    private Instant ofTheHistory() {
        return BEGIN.plusSeconds(made);
    }

    private VillageEvent event(int dice) {
        if (dice < 60 || residents.isEmpty() || families.isEmpty()) {
            return dice % 4 == 0 || families.isEmpty() ? family() : resident(newId(residents));
        }
        if (dice < 80) {
            return resident(any(residents));
        }
        if (dice < 98) {
            return request();
        }
        UUID gone = residents.remove(random.nextInt(residents.size()));
        return new ResidentRemoved(gone);
    }

    private FamilyRecorded family() {
        return new FamilyRecorded(
                newId(families), new NoKk(number()), "Jl. Mawar " + random.nextInt(200), "KRAJAN", "001", rt());
    }

    private ResidentRecorded resident(UUID id) {
        LocalDate bornOn = LocalDate.of(1940 + random.nextInt(86), 1 + random.nextInt(12), 1 + random.nextInt(28));
        return new ResidentRecorded(
                id,
                any(families),
                new Nik(number()),
                GIVEN[random.nextInt(GIVEN.length)] + " " + FAMILY[random.nextInt(FAMILY.length)],
                random.nextBoolean() ? Sex.MALE : Sex.FEMALE,
                "BANYUWANGI",
                bornOn,
                Religion.ISLAM,
                Education.ofCode(1 + random.nextInt(10)),
                null,
                Occupation.ofCode(1 + random.nextInt(89)),
                MaritalStatus.ofCode(1 + random.nextInt(4)),
                Relationship.ofCode(1 + random.nextInt(4)),
                Citizenship.INDONESIAN,
                null,
                "Paimin",
                null,
                "Sumarni",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                random.nextInt(50) == 0 ? BaseStatus.MOVED : BaseStatus.ALIVE,
                Residency.PERMANENT,
                null,
                null,
                "KRAJAN",
                "001",
                rt());
    }

    private RequestRecorded request() {
        if (requests.isEmpty() || random.nextBoolean()) {
            RequestRecorded made = newRequest();
            requests.add(made);
            return made;
        }
        int which = random.nextInt(requests.size());
        RequestRecorded moved = step(requests.get(which));
        if (moved.state().isFinal()) {
            requests.remove(which);
        } else {
            requests.set(which, moved);
        }
        return moved;
    }

    private RequestRecorded newRequest() {
        Instant at = ofTheHistory();
        String number = "26-" + (1000 + made);
        return new RequestRecorded(
                newId(),
                number,
                any(residents),
                new LetterKind("SKTM"),
                CHANNELS.get(random.nextInt(CHANNELS.size())),
                RequestState.SUBMITTED,
                false,
                at,
                List.of(new Step(RequestState.SUBMITTED, at)));
    }

    private RequestRecorded step(RequestRecorded request) {
        List<RequestState> next = List.copyOf(request.state().next());
        RequestState state = next.get(random.nextInt(next.size()));
        List<Step> steps = new ArrayList<>(request.steps());
        steps.add(new Step(state, ofTheHistory()));
        return new RequestRecorded(
                request.requestId(),
                request.number(),
                request.applicantId(),
                request.kind(),
                request.channel(),
                state,
                request.homeDelivery(),
                request.submittedAt(),
                steps);
    }

    private UUID newId(List<UUID> ids) {
        UUID id = newId();
        ids.add(id);
        return id;
    }

    /** By time, as villages give them (RFC 9562, version 7), but from the seed. */
    private UUID newId() {
        long millis = ofTheHistory().toEpochMilli();
        return new UUID(millis << 16 | 0x7000 | random.nextInt(0x1000), 1L << 63 | random.nextLong(1L << 62));
    }

    private UUID any(List<UUID> ids) {
        return ids.get(random.nextInt(ids.size()));
    }

    private String number() {
        return nikPrefix + String.format("%010d", random.nextLong(10_000_000_000L));
    }

    private String rt() {
        return "00" + (1 + random.nextInt(9));
    }
}
