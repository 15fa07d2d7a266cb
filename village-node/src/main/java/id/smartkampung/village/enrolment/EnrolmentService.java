package id.smartkampung.village.enrolment;

import id.smartkampung.model.enrolment.EnrolmentAnswer;
import id.smartkampung.model.enrolment.EnrolmentCode;
import id.smartkampung.model.enrolment.EnrolmentRequest;
import id.smartkampung.model.enrolment.SixWords;
import id.smartkampung.model.log.Hash;
import id.smartkampung.model.log.NodeKey;
import id.smartkampung.model.log.VerifyKey;
import id.smartkampung.village.enrolment.JoinFailure.Reason;
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
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Connects this server with its district, and keeps it connected. */
@ApplicationScoped
class EnrolmentService {

    private final HubClient hub;
    private final JoinedHub joined;
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
            NodeKeys keys,
            KeyRotation rotation,
            PinnedDistrict district,
            BrokerCredentials credentials,
            VillageProfile village,
            WebConfig web,
            Audit audit) {
        this.hub = hub;
        this.joined = joined;
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
        EnrolmentCode code = read(typed);
        URI hubAddress = address(address, code);
        PinnedTrust trust = new PinnedTrust(code::fits);
        NodeKey key = keys.current();
        EnrolmentRequest request = new EnrolmentRequest(
                village.node().value(),
                Base64.getEncoder().encodeToString(code.secret()),
                key.verifyKey().base64(),
                null);
        take(hub.ask(hubAddress, trust, request, key));
        Hash certificate = trust.seen();
        joined.remember(new JoinedHub.Place(hubAddress.toString(), certificate == null ? null : certificate.hex()));
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

    /** Gets a new credential for the one it has. */
    void renew(EnrolmentAnswer old) throws JoinFailure {
        JoinedHub.Place place = joined.place().orElseThrow(() -> new JoinFailure(Reason.ADDRESS));
        PinnedTrust trust = new PinnedTrust(hash -> hash.hex().equals(place.certificate()));
        NodeKey key = keys.current();
        EnrolmentRequest request = new EnrolmentRequest(
                village.node().value(), null, key.verifyKey().base64(), old.expiresAt());
        take(hub.ask(URI.create(place.address()), trust, request, key));
        Log.info("the credential at the broker was renewed");
    }

    private void take(EnrolmentAnswer answer) {
        // The credential last: whoever connects with it believes the district's keys already.
        district.pin(answer.hubKeys().stream().map(VerifyKey::ofBase64).toList());
        credentials.keep(answer);
    }

    private static EnrolmentCode read(String typed) throws JoinFailure {
        try {
            return EnrolmentCode.parse(typed);
        } catch (IllegalArgumentException e) {
            throw new JoinFailure(Reason.CODE, e);
        }
    }

    private URI address(String typed, EnrolmentCode code) throws JoinFailure {
        try {
            URI address = URI.create(typed.strip()).resolve("/");
            boolean open = "http".equals(address.getScheme());
            if (address.getHost() == null || !(open || "https".equals(address.getScheme()))) {
                throw new JoinFailure(Reason.ADDRESS);
            }
            boolean here = InetAddress.getByName(address.getHost()).isLoopbackAddress();
            if (open && !(web.demo() && here && !code.knowsCertificate())) {
                throw new JoinFailure(Reason.OPEN_LINE);
            }
            return address;
        } catch (IllegalArgumentException e) {
            throw new JoinFailure(Reason.ADDRESS, e);
        } catch (UnknownHostException e) {
            throw new JoinFailure(Reason.SILENCE, e);
        }
    }
}
