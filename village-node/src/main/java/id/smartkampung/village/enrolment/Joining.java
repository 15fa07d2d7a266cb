package id.smartkampung.village.enrolment;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.smartkampung.model.enrolment.EnrolmentAnswer;
import id.smartkampung.model.enrolment.EnrolmentCode;
import id.smartkampung.model.enrolment.EnrolmentRequest;
import id.smartkampung.model.log.Hash;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.log.NodeKey;
import id.smartkampung.model.log.VerifyKey;
import id.smartkampung.village.enrolment.JoinFailure.Reason;
import id.smartkampung.village.trust.BrokerCredentials;
import id.smartkampung.village.trust.PinnedDistrict;
import id.smartkampung.village.trust.SyncConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Base64;

/** Joins a district with a one-time code, and keeps what it gets beside its key; it needs no database. */
@ApplicationScoped
public class Joining {

    private final HubClient hub;
    private final JoinedHub joined;
    private final PinnedDistrict district;
    private final BrokerCredentials credentials;

    Joining(HubClient hub, JoinedHub joined, PinnedDistrict district, BrokerCredentials credentials) {
        this.hub = hub;
        this.joined = joined;
        this.district = district;
        this.credentials = credentials;
    }

    /** For a command that runs without the server. */
    public static Joining ofCommand(SyncConfig config, ObjectMapper json) {
        return new Joining(
                new HubClient(json),
                new JoinedHub(config, json),
                new PinnedDistrict(config),
                new BrokerCredentials(config, json));
    }

    /**
     * Joins.
     *
     * @param demo whether a hub on this machine may be spoken to without TLS
     * @return the address of the hub
     */
    public URI join(NodeId node, NodeKey key, String address, String typed, boolean demo) throws JoinFailure {
        EnrolmentCode code = read(typed);
        URI hubAddress = address(address, code, demo);
        PinnedTrust trust = new PinnedTrust(code::fits);
        EnrolmentRequest request = new EnrolmentRequest(
                node.value(),
                Base64.getEncoder().encodeToString(code.secret()),
                key.verifyKey().base64(),
                null);
        take(hub.ask(hubAddress, trust, request, key));
        Hash certificate = trust.seen();
        joined.remember(new JoinedHub.Place(hubAddress.toString(), certificate == null ? null : certificate.hex()));
        return hubAddress;
    }

    void take(EnrolmentAnswer answer) {
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

    private static URI address(String typed, EnrolmentCode code, boolean demo) throws JoinFailure {
        try {
            URI address = URI.create(typed.strip()).resolve("/");
            boolean open = "http".equals(address.getScheme());
            if (address.getHost() == null || !(open || "https".equals(address.getScheme()))) {
                throw new JoinFailure(Reason.ADDRESS);
            }
            boolean here = InetAddress.getByName(address.getHost()).isLoopbackAddress();
            if (open && !(demo && here && !code.knowsCertificate())) {
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
