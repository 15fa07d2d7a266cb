package id.smartkampung.deploy.population;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import id.smartkampung.deploy.population.SyntheticVillage.Household;
import id.smartkampung.model.identity.Nik;
import id.smartkampung.model.vocabulary.Coded;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes a village as other village systems export theirs: UTF-8, one row per resident, 43 columns, official codes. */
public final class PopulationCsv {

    /** The columns of OpenSID's population import, in its order. */
    public static final List<String> COLUMNS = List.of(
            "alamat",
            "dusun",
            "rw",
            "rt",
            "nama",
            "no_kk",
            "nik",
            "sex",
            "tempatlahir",
            "tanggallahir",
            "agama_id",
            "pendidikan_kk_id",
            "pendidikan_sedang_id",
            "pekerjaan_id",
            "status_kawin",
            "kk_level",
            "warganegara_id",
            "ayah_nik",
            "nama_ayah",
            "ibu_nik",
            "nama_ibu",
            "golongan_darah_id",
            "akta_lahir",
            "dokumen_pasport",
            "tanggal_akhir_paspor",
            "dokumen_kitas",
            "akta_perkawinan",
            "tanggalperkawinan",
            "akta_perceraian",
            "tanggalperceraian",
            "cacat_id",
            "cara_kb_id",
            "hamil",
            "ktp_el",
            "status_rekam",
            "alamat_sekarang",
            "status_dasar",
            "suku",
            "tag_id_card",
            "id_asuransi",
            "no_asuransi",
            "lat",
            "lng");

    /** A resident without a NIK has this in its place. */
    private static final String NO_NIK = "0";

    private PopulationCsv() {}

    public static void write(SyntheticVillage village, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            write(village, out);
        }
    }

    public static void write(SyntheticVillage village, OutputStream out) throws IOException {
        Writer utf8 = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(utf8);
        csv.writeRecord(COLUMNS);
        for (Household household : village.households()) {
            for (Person person : household.members()) {
                csv.writeRecord(row(household, person));
            }
        }
        csv.flush();
        utf8.flush();
    }

    private static String[] row(Household household, Person person) {
        return new String[] {
            household.address(),
            household.dusun(),
            household.rw(),
            household.rt(),
            person.fullName(),
            household.noKk().value(),
            person.nik() == null ? NO_NIK : person.nik().value(),
            code(person.sex()),
            person.bornIn(),
            text(person.bornOn()),
            code(person.religion()),
            code(person.education()),
            code(person.schooling()),
            code(person.occupation()),
            code(person.maritalStatus()),
            code(person.relationship()),
            code(person.citizenship()),
            digits(person.fatherNik()),
            text(person.fatherName()),
            digits(person.motherNik()),
            text(person.motherName()),
            code(person.bloodGroup()),
            text(person.birthCertificate()),
            text(person.passport()),
            text(person.passportExpiresOn()),
            text(person.kitas()),
            text(person.marriageCertificate()),
            text(person.marriedOn()),
            text(person.divorceCertificate()),
            text(person.divorcedOn()),
            code(person.disability()),
            code(person.contraception()),
            code(person.pregnancy()),
            code(person.ktpHolding()),
            code(person.ktpRecording()),
            "",
            code(person.baseStatus()),
            text(person.ethnicity()),
            "",
            code(person.insurance()),
            text(person.insuranceNumber()),
            "",
            ""
        };
    }

    private static String code(Coded coded) {
        return coded == null ? "" : Integer.toString(coded.code());
    }

    private static String digits(Nik nik) {
        return nik == null ? "" : nik.value();
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }
}
