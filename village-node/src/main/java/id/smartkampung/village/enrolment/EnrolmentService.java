package id.smartkampung.village.enrolment;

import id.smartkampung.model.enrolment.EnrolmentAnswer;
import id.smartkampung.model.enrolment.EnrolmentRequest;
import id.smartkampung.model.enrolment.SixWords;
import id.smartkampung.model.log.NodeKey;
import id.smartkampung.village.enrolment.JoinFailure.Reason;
import id.smartkampung.village.log.LogQueries;
import id.smartkampung.village.log.LogState;
import id.smartkampung.village.profile.VillageProfile;
import id.smartkampung.village.trust.BrokerCredentials;
import id.smartkampung.village.trust.KeyRotation;
import id.smartkampung.village.trust.NodeKeys;
import id.smartkampung.village.trust.PinnedDistrict;
import id.smartkampung.web.WebConfig;
import id.smartkampung.web.audit.Audit;
import id.smartkampung.web.error.RefusedException;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Connects this server with its district, and keeps it connected. */
@ApplicationScoped
class EnrolmentService {

    private final HubClient hub;
    private final JoinedHub joined;
    private final Joining joining;
    private final LogQueries log;
    private final NodeKeys keys;
    private final KeyRotation rotation;
    private final PinnedDistrict district;
    private final BrokerCredentials credentials;
    private final VillageProfile village;
    private final WebConfig web;
    private final Audit audit;

    EnrolmentService(
            HubClient hub,
            JoinedHub joined,
            Joining joining,
            LogQueries log,
            NodeKeys keys,
            KeyRotation rotation,
            PinnedDistrict district,
            BrokerCredentials credentials,
            VillageProfile village,
            WebConfig web,
            Audit audit) {
        this.hub = hub;
        this.joined = joined;
        this.joining = joining;
        this.log = log;
        this.keys = keys;
        this.rotation = rotation;
        this.district = district;
        this.credentials = credentials;
        this.village = village;
        this.web = web;
        this.audit = audit;
    }

    /**
     * How this server is connected.
     *
     * @param words the six words, to be compared with those of the hub
     * @param hub its address
     * @param expiresAt until when the credential is good
     */
    public record Connection(String words, String hub, Instant expiresAt) {}

    /** Empty until this server has joined. */
    Optional<Connection> connection() {
        Optional<EnrolmentAnswer> credential = credentials.current();
        if (credential.isEmpty() || district.keys().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Connection(
                SixWords.of(keys.current().verifyKey(), district.keys().get(0)),
                joined.place().map(JoinedHub.Place::address).orElse(""),
                Instant.parse(credential.get().expiresAt())));
    }

    /** Joins the district at this address with a one-time code of its admin. */
    void join(String address, String typed) throws JoinFailure {
        URI hubAddress = joining.join(village.node(), keys.current(), address, typed, web.demo());
        audit.record("joined", "village/" + village.node());
        Log.infof("this server has joined the district at %s", hubAddress);
    }

    /** Signs with a new key from now on; a server that the district does not know yet has nothing to change. */
    @Transactional
    void changeKey() {
        if (connection().isEmpty()) {
            throw new RefusedException("key-not-joined");
        }
        NodeKey made = rotation.rotate();
        audit.record("key-changed", "village/" + village.node(), List.of(made.id()), "");
    }

    /** Gets a new credential for the one it has, with the key that the hub knows: the newest may not have reached it. */
    void renew(EnrolmentAnswer old) throws JoinFailure {
        JoinedHub.Place place = joined.place().orElseThrow(() -> new JoinFailure(Reason.ADDRESS));
        PinnedTrust trust = place.trust();
        LogState state = log.state();
        JoinFailure refused = null;
        for (NodeKey key : keys.forHello(state.sent(), state.acked(), true)) {
            try {
                EnrolmentRequest request = new EnrolmentRequest(
                        village.node().value(), null, key.verifyKey().base64(), old.expiresAt());
                joining.take(hub.ask(place.uri(), trust, request, key));
                Log.infof("the credential at the broker was renewed with key %s", key.id());
                return;
            } catch (JoinFailure e) {
                if (e.reason() != Reason.REFUSED) {
                    throw e;
                }
                refused = e;
            }
        }
        throw refused == null ? new JoinFailure(Reason.REFUSED) : refused;
    }
}
