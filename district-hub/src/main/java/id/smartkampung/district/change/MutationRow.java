package id.smartkampung.district.change;

import id.smartkampung.district.api.PersonRow;
import id.smartkampung.model.change.MutationKind;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.vocabulary.Sex;
import id.smartkampung.model.wilayah.KodeWilayah;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What added somebody to a village or took somebody away, as the kabupaten keeps it.
 *
 * @param bookedOn the day whose month counts it in the books of the village
 * @param undoneAt null while it holds
 */
record MutationRow(
        NodeId node,
        UUID id,
        KodeWilayah desa,
        UUID residentId,
        UUID familyId,
        MutationKind kind,
        LocalDate happenedOn,
        LocalDate reportedOn,
        LocalDate bookedOn,
        boolean counted,
        Sex sex,
        String otherArea,
        Instant undoneAt)
        implements PersonRow {}
