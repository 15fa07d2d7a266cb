package id.smartkampung.deploy.regency;

import id.smartkampung.model.log.KeyFile;
import id.smartkampung.model.log.VerifyKey;
import id.smartkampung.model.wilayah.KodeWilayah;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.stream.Collectors;

/**
 * The keys of a regency on one machine: made where each program looks for its own, so that the public halves can be
 * given to the others before the first start.
 */
final class RegencyKeys {

    private final RegencyPlan plan;

    RegencyKeys(RegencyPlan plan) {
        this.plan = plan;
    }

    /** The keys that the hub registers; empty for a regency without villages of its own. */
    String ofVillages() {
        return plan.villages().stream()
                .map(KodeWilayah::value)
                .map(node -> node + "=" + key(node, "node.pem").base64())
                .collect(Collectors.joining(","));
    }

    /** The keys of the hub that villages believe: that of today and the next. */
    String ofHub() {
        return key(RegencyPlan.HUB, "hub.pem").base64() + ","
                + key(RegencyPlan.HUB, "hub-next.pem").base64();
    }

    private VerifyKey key(String program, String file) {
        Path path = plan.folder()
                .resolve("programs")
                .resolve(program)
                .resolve("keys")
                .resolve(file);
        try {
            return new KeyFile(path).readOrMake().verifyKey();
        } catch (IOException e) {
            throw new UncheckedIOException("the key of " + program + " cannot be made", e);
        }
    }
}
