package id.smartkampung.village.importer.row;

import id.smartkampung.model.family.FamilyField;
import id.smartkampung.model.privacy.PersonalField;
import id.smartkampung.model.resident.ResidentField;
import id.smartkampung.model.vocabulary.BaseStatus;
import id.smartkampung.model.vocabulary.BloodGroup;
import id.smartkampung.model.vocabulary.Citizenship;
import id.smartkampung.model.vocabulary.Coded;
import id.smartkampung.model.vocabulary.Contraception;
import id.smartkampung.model.vocabulary.Disability;
import id.smartkampung.model.vocabulary.Education;
import id.smartkampung.model.vocabulary.Insurance;
import id.smartkampung.model.vocabulary.KtpHolding;
import id.smartkampung.model.vocabulary.KtpRecording;
import id.smartkampung.model.vocabulary.MaritalStatus;
import id.smartkampung.model.vocabulary.Occupation;
import id.smartkampung.model.vocabulary.Pregnancy;
import id.smartkampung.model.vocabulary.Relationship;
import id.smartkampung.model.vocabulary.Religion;
import id.smartkampung.model.vocabulary.Schooling;
import id.smartkampung.model.vocabulary.Sex;
import java.util.List;

/** The 43 columns of an OpenSID population file, each with the names it goes by and the field it fills. */
public enum ImportColumn {
    ADDRESS(FamilyField.ADDRESS, Kind.TEXT, "alamat"),
    DUSUN(ResidentField.DUSUN, Kind.DUSUN, "dusun"),
    RW(ResidentField.RW, Kind.RT_RW, "rw"),
    RT(ResidentField.RT, Kind.RT_RW, "rt"),
    FULL_NAME(ResidentField.FULL_NAME, Kind.NAME, "nama", "nama_lengkap"),
    NO_KK(FamilyField.NO_KK, Kind.NO_KK, "no_kk", "nomor_kk"),
    NIK(ResidentField.NIK, Kind.NIK, "nik", "nomor_nik"),
    SEX(ResidentField.SEX, Sex.class, "sex", "jenis_kelamin"),
    BORN_IN(ResidentField.BORN_IN, Kind.TEXT, "tempatlahir", "tempat_lahir"),
    BORN_ON(ResidentField.BORN_ON, Kind.DATE, "tanggallahir", "tanggal_lahir"),
    RELIGION(ResidentField.RELIGION, Religion.class, "agama_id", "agama"),
    EDUCATION(ResidentField.EDUCATION, Education.class, "pendidikan_kk_id", "pendidikan_dlm_kk"),
    SCHOOLING(ResidentField.SCHOOLING, Schooling.class, "pendidikan_sedang_id", "pendidikan_sdg_ditempuh"),
    OCCUPATION(ResidentField.OCCUPATION, Occupation.class, "pekerjaan_id", "pekerjaan"),
    MARITAL_STATUS(ResidentField.MARITAL_STATUS, MaritalStatus.class, "status_kawin", "kawin"),
    RELATIONSHIP(ResidentField.RELATIONSHIP, Relationship.class, "kk_level", "hubungan_keluarga"),
    CITIZENSHIP(ResidentField.CITIZENSHIP, Citizenship.class, "warganegara_id", "kewarganegaraan"),
    FATHER_NIK(ResidentField.FATHER_NIK, Kind.PARENT_NIK, "ayah_nik", "nik_ayah"),
    FATHER_NAME(ResidentField.FATHER_NAME, Kind.NAME, "nama_ayah"),
    MOTHER_NIK(ResidentField.MOTHER_NIK, Kind.PARENT_NIK, "ibu_nik", "nik_ibu"),
    MOTHER_NAME(ResidentField.MOTHER_NAME, Kind.NAME, "nama_ibu"),
    BLOOD_GROUP(ResidentField.BLOOD_GROUP, BloodGroup.class, "golongan_darah_id", "gol_darah"),
    BIRTH_CERTIFICATE(ResidentField.BIRTH_CERTIFICATE, Kind.TEXT, "akta_lahir"),
    PASSPORT(ResidentField.PASSPORT, Kind.TEXT, "dokumen_pasport", "nomor_dokumen_pasport"),
    PASSPORT_EXPIRES_ON(ResidentField.PASSPORT_EXPIRES_ON, Kind.DATE, "tanggal_akhir_paspor", "tanggal_akhir_pasport"),
    KITAS(ResidentField.KITAS, Kind.TEXT, "dokumen_kitas", "nomor_dokumen_kitas"),
    MARRIAGE_CERTIFICATE(ResidentField.MARRIAGE_CERTIFICATE, Kind.TEXT, "akta_perkawinan", "nomor_akta_perkawinan"),
    MARRIED_ON(ResidentField.MARRIED_ON, Kind.DATE, "tanggalperkawinan", "tanggal_perkawinan"),
    DIVORCE_CERTIFICATE(ResidentField.DIVORCE_CERTIFICATE, Kind.TEXT, "akta_perceraian", "nomor_akta_perceraian"),
    DIVORCED_ON(ResidentField.DIVORCED_ON, Kind.DATE, "tanggalperceraian", "tanggal_perceraian"),
    DISABILITY(ResidentField.DISABILITY, Disability.class, "cacat_id", "cacat"),
    CONTRACEPTION(ResidentField.CONTRACEPTION, Contraception.class, "cara_kb_id", "cara_kb"),
    PREGNANCY(ResidentField.PREGNANCY, Pregnancy.class, "hamil"),
    KTP_HOLDING(ResidentField.KTP_HOLDING, KtpHolding.class, "ktp_el"),
    KTP_RECORDING(ResidentField.KTP_RECORDING, KtpRecording.class, "status_rekam"),
    CURRENT_ADDRESS(ResidentField.CURRENT_ADDRESS, Kind.TEXT, "alamat_sekarang"),
    BASE_STATUS(ResidentField.BASE_STATUS, BaseStatus.class, "status_dasar"),
    ETHNICITY(ResidentField.ETHNICITY, Kind.TEXT, "suku"),
    CARD_TAG(ResidentField.CARD_TAG, Kind.CARD_TAG, "tag_id_card"),
    INSURANCE(ResidentField.INSURANCE, Insurance.class, "id_asuransi"),
    INSURANCE_NUMBER(ResidentField.INSURANCE_NUMBER, Kind.TEXT, "no_asuransi"),
    LATITUDE(ResidentField.LATITUDE, Kind.COORDINATE, "lat"),
    LONGITUDE(ResidentField.LONGITUDE, Kind.COORDINATE, "lng");

    private final PersonalField field;
    private final Kind kind;
    private final Class<? extends Coded> vocabulary;
    private final List<String> names;

    ImportColumn(PersonalField field, Kind kind, String... names) {
        this(field, kind, null, names);
    }

    ImportColumn(PersonalField field, Class<? extends Coded> vocabulary, String... names) {
        this(field, Kind.CODE, vocabulary, names);
    }

    ImportColumn(PersonalField field, Kind kind, Class<? extends Coded> vocabulary, String... names) {
        this.field = field;
        this.kind = kind;
        this.vocabulary = vocabulary;
        this.names = List.of(names);
    }

    /** The name under which OpenSID exports the column. */
    public String header() {
        return names.get(0);
    }

    /** Key of its name in Indonesian. */
    public String textKey() {
        return "import.column." + name();
    }

    /** Whether the field is told to the district, or stays in the village. */
    public boolean leaves() {
        return field.leaves();
    }

    PersonalField field() {
        return field;
    }

    Kind kind() {
        return kind;
    }

    Class<? extends Coded> vocabulary() {
        return vocabulary;
    }

    List<String> names() {
        return names;
    }
}
