package id.smartkampung.district.resident;

import id.smartkampung.district.api.PersonRow;
import id.smartkampung.model.identity.Nik;
import id.smartkampung.model.identity.NoKk;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.vocabulary.BaseStatus;
import id.smartkampung.model.vocabulary.MaritalStatus;
import id.smartkampung.model.vocabulary.Relationship;
import id.smartkampung.model.vocabulary.Sex;
import id.smartkampung.model.wilayah.KodeWilayah;
import id.smartkampung.model.wilayah.Wilayah;
import java.time.LocalDate;
import java.util.UUID;

/** One resident as the kabupaten keeps it; whatever a village did not record is null. */
public record ResidentRow(
        NodeId node,
        UUID id,
        UUID familyId,
        String villageName,
        KodeWilayah desa,
        Nik nik,
        NoKk noKk,
        String fullName,
        Sex sex,
        String bornIn,
        LocalDate bornOn,
        BaseStatus baseStatus,
        Relationship relationship,
        MaritalStatus maritalStatus,
        String address,
        String dusun,
        String rw,
        String rt)
        implements PersonRow {

    /** Null where the birth date is not recorded. */
    public Integer birthYear() {
        return bornOn == null ? null : bornOn.getYear();
    }

    /** Null where there is none. */
    public String maskedNik() {
        return nik == null ? null : nik.masked();
    }

    /** Null where there is none. */
    public String maskedNoKk() {
        return noKk == null ? null : noKk.masked();
    }

    public String kecamatanName() {
        KodeWilayah kecamatan = desa.kecamatan();
        return Wilayah.find(kecamatan).map(Wilayah.Area::name).orElse(kecamatan.value());
    }
}
