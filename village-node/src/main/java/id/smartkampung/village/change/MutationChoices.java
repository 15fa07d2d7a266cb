package id.smartkampung.village.change;

import id.smartkampung.model.vocabulary.Citizenship;
import id.smartkampung.model.vocabulary.Coded;
import id.smartkampung.model.vocabulary.MaritalStatus;
import id.smartkampung.model.vocabulary.MoveKind;
import id.smartkampung.model.vocabulary.Relationship;
import id.smartkampung.model.vocabulary.Religion;
import id.smartkampung.model.vocabulary.Residency;
import id.smartkampung.model.vocabulary.Sex;
import id.smartkampung.model.wilayah.KodeWilayah;
import id.smartkampung.model.wilayah.Wilayah;
import id.smartkampung.village.lookup.Readings;
import id.smartkampung.web.text.Choice;
import java.util.Arrays;
import java.util.List;

/** What can be chosen in the form of a mutation. */
public final class MutationChoices {

    private final KodeWilayah own;

    MutationChoices(KodeWilayah own) {
        this.own = own;
    }

    public List<Choice> sexes() {
        return readable(Sex.values());
    }

    public List<Choice> religions() {
        return readable(Religion.values());
    }

    public List<Choice> marital() {
        return readable(MaritalStatus.values());
    }

    public List<Choice> citizenships() {
        return readable(Citizenship.values());
    }

    public List<Choice> relationships() {
        return readable(Relationship.values());
    }

    public List<Choice> residencies() {
        return readable(Residency.values());
    }

    /** Those that lead out of this village or into it. */
    public List<Choice> moves() {
        return readable(MoveKind.values()).subList(1, MoveKind.values().length);
    }

    /** All other desa and kelurahan of the regency, by kecamatan. */
    public List<Group> areas() {
        return Wilayah.kecamatan().stream()
                .map(kecamatan -> new Group(
                        kecamatan.name(),
                        Wilayah.desa().stream()
                                .filter(desa -> desa.kode().kecamatan().equals(kecamatan.kode()))
                                .filter(desa -> !desa.kode().equals(own))
                                .map(desa -> new Choice(desa.kode().value(), desa.name()))
                                .toList()))
                .toList();
    }

    /** All other kabupaten and kota of the country, by provinsi. */
    public List<Group> regencies() {
        return Wilayah.provinsi().stream()
                .map(provinsi -> new Group(
                        provinsi.name(),
                        Wilayah.kabupaten().stream()
                                .filter(one -> one.kode().provinsi().equals(provinsi.kode()))
                                .filter(one -> !one.kode().equals(own.kabupaten()))
                                .map(one -> new Choice(one.kode().value(), one.name()))
                                .toList()))
                .toList();
    }

    /** Choices under a heading. */
    public record Group(String label, List<Choice> choices) {}

    private static List<Choice> readable(Coded... entries) {
        return Arrays.stream(entries)
                .map(entry -> new Choice(String.valueOf(entry.code()), Readings.readable(entry)))
                .toList();
    }
}
