package id.smartkampung.model.proof;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import id.smartkampung.model.log.Hash;
import id.smartkampung.model.log.LogPosition;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.log.NodeKey;
import id.smartkampung.model.log.VerifyKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What people take away of a proof: at this place of its log the village held these tables, and so did the district.
 *
 * @param format {@link #FORMAT}
 * @param provenAt by the clock of the district
 * @param explained rows that differed only because an event of them waited
 * @param village its signature over the statement; null when its checkpoint was not signed
 * @param district the signature over the same statement with time and explained rows
 */
@JsonPropertyOrder({
    "format",
    "node",
    "epoch",
    "sequence",
    "digestVersion",
    "tables",
    "provenAt",
    "explained",
    "village",
    "district"
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Certificate(
        String format,
        NodeId node,
        int epoch,
        long sequence,
        int digestVersion,
        List<Table> tables,
        Instant provenAt,
        int explained,
        Signature village,
        Signature district) {

    public static final String FORMAT = "kampung-certificate.v1";

    /** What is signed by a village, as the kind of a control record: nothing else has this kind. */
    public static final String VILLAGE_KIND = "kampung-proof.v1";

    private static final String DISTRICT_KIND = "kampung-certificate.v1";

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    /** One table: how many rows, and the root over them in hexadecimal. */
    public record Table(String table, int count, String root) {

        public Table {
            Objects.requireNonNull(table, "table");
            Hash.ofHex(root);
        }
    }

    /** Who signed, and what came of it, base64. */
    public record Signature(String keyId, String value) {}

    /** What is wrong with a certificate. */
    public enum Fault {
        /** It is none, or of a version that this program does not know. */
        FORMAT,
        /** The village did not sign this statement with this key. */
        VILLAGE,
        /** The district did not sign this certificate with this key. */
        DISTRICT
    }

    public Certificate {
        Objects.requireNonNull(node, "node");
        Objects.requireNonNull(provenAt, "provenAt");
        tables = List.copyOf(tables);
    }

    /** Makes one and signs it as the district. */
    public static Certificate signed(
            ProvenPosition proven, Instant provenAt, int explained, Signature village, NodeKey key) {
        Certificate unsigned = new Certificate(
                FORMAT,
                proven.node(),
                proven.position().epoch(),
                proven.position().sequence(),
                proven.digestVersion(),
                proven.tables().stream()
                        .map(table -> new Table(
                                table.table(), table.count(), table.root().hex()))
                        .toList(),
                provenAt,
                explained,
                village,
                null);
        return unsigned.with(new Signature(key.id(), key.sign(DISTRICT_KIND, unsigned.districtStatement())));
    }

    /** The faults of this certificate by these keys; none when both sides have signed it. */
    public List<Fault> faults(VerifyKey villageKey, VerifyKey districtKey) {
        if (!FORMAT.equals(format)) {
            return List.of(Fault.FORMAT);
        }
        boolean byVillage = village != null && villageKey.signed(VILLAGE_KIND, proven().statement(), village.value());
        boolean byDistrict =
                district != null && districtKey.signed(DISTRICT_KIND, districtStatement(), district.value());
        if (byVillage) {
            return byDistrict ? List.of() : List.of(Fault.DISTRICT);
        }
        return byDistrict ? List.of(Fault.VILLAGE) : List.of(Fault.VILLAGE, Fault.DISTRICT);
    }

    /** The tables whose rows as they are now have another root. */
    public List<String> differing(List<DigestTree> now) {
        return tables.stream()
                .filter(table -> now.stream()
                        .noneMatch(tree -> tree.table().table().equals(table.table())
                                && tree.root().hex().equals(table.root())))
                .map(Table::table)
                .toList();
    }

    /** The statement of the village. */
    public ProvenPosition proven() {
        return new ProvenPosition(
                node,
                new LogPosition(epoch, sequence),
                digestVersion,
                tables.stream()
                        .map(table -> new TableProof(table.table(), table.count(), Hash.ofHex(table.root())))
                        .toList());
    }

    public String toJson() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the certificate of " + node + " cannot be written", e);
        }
    }

    /** @throws IOException when the file is no certificate */
    public static Certificate ofJson(byte[] json) throws IOException {
        Certificate certificate = JSON.readValue(json, Certificate.class);
        if (certificate == null) {
            throw new IOException("this is no certificate");
        }
        return certificate;
    }

    private Certificate with(Signature signature) {
        return new Certificate(
                format, node, epoch, sequence, digestVersion, tables, provenAt, explained, village, signature);
    }

    private byte[] districtStatement() {
        String villageSignature = village == null ? "" : village.value();
        return Sha256.withLengths(
                proven().statement(),
                provenAt.toString().getBytes(StandardCharsets.UTF_8),
                Integer.toString(explained).getBytes(StandardCharsets.UTF_8),
                villageSignature.getBytes(StandardCharsets.UTF_8));
    }
}
