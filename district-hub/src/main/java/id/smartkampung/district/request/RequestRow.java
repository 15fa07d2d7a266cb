package id.smartkampung.district.request;

import id.smartkampung.model.letter.LetterCatalogue;
import id.smartkampung.model.letter.LetterKind;
import id.smartkampung.model.letter.LetterType;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.request.Channel;
import id.smartkampung.model.request.RequestState;
import id.smartkampung.model.wilayah.KodeWilayah;
import id.smartkampung.model.wilayah.Wilayah;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** One service request as the kabupaten sees it: what, where and how far; not who asked. */
public record RequestRow(
        NodeId node,
        UUID id,
        String villageName,
        KodeWilayah desa,
        String number,
        LetterKind kind,
        Channel channel,
        RequestState state,
        boolean homeDelivery,
        Instant submittedAt,
        List<Step> steps) {

    /** When the request came into a state. */
    public record Step(RequestState state, Instant at) {}

    /** What was asked for, as a citizen calls it; the code where a village added its own. */
    public String kindName() {
        return LetterCatalogue.find(kind).map(LetterType::name).orElse(kind.code());
    }

    public String kecamatanName() {
        KodeWilayah kecamatan = desa.kecamatan();
        return Wilayah.find(kecamatan).map(Wilayah.Area::name).orElse(kecamatan.value());
    }
}
