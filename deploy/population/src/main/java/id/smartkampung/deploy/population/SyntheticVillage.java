package id.smartkampung.deploy.population;

import id.smartkampung.model.event.FamilyRecorded;
import id.smartkampung.model.event.ResidentRecorded;
import id.smartkampung.model.event.VillageEvent;
import id.smartkampung.model.identity.NoKk;
import id.smartkampung.model.vocabulary.Residency;
import id.smartkampung.model.wilayah.KodeWilayah;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** All families of a made-up village, in the order of their addresses. */
public record SyntheticVillage(KodeWilayah kode, List<Household> households) {

    /** One family with its address; the head comes first. */
    public record Household(
            UUID id, NoKk noKk, String address, String dusun, String rw, String rt, List<Person> members) {

        /** This family and its members as a village tells the district of them. */
        public Stream<VillageEvent> events() {
            return Stream.concat(
                    Stream.of(new FamilyRecorded(id, noKk, address, dusun, rw, rt)),
                    members.stream().map(this::recorded));
        }

        private ResidentRecorded recorded(Person person) {
            return new ResidentRecorded(
                    person.id(),
                    id,
                    person.nik(),
                    person.fullName(),
                    person.sex(),
                    person.bornIn(),
                    person.bornOn(),
                    person.religion(),
                    person.education(),
                    person.schooling(),
                    person.occupation(),
                    person.maritalStatus(),
                    person.relationship(),
                    person.citizenship(),
                    person.fatherNik(),
                    person.fatherName(),
                    person.motherNik(),
                    person.motherName(),
                    person.bloodGroup(),
                    person.birthCertificate(),
                    person.marriageCertificate(),
                    person.marriedOn(),
                    person.divorceCertificate(),
                    person.divorcedOn(),
                    person.disability(),
                    person.pregnancy(),
                    person.ktpHolding(),
                    person.ktpRecording(),
                    null,
                    person.baseStatus(),
                    Residency.PERMANENT,
                    person.ethnicity(),
                    person.insurance(),
                    dusun,
                    rw,
                    rt);
        }
    }

    public Stream<Person> residents() {
        return households.stream().flatMap(household -> household.members().stream());
    }

    /** Everything that the village would have told the district when it entered these families. */
    public Stream<VillageEvent> events() {
        return households.stream().flatMap(Household::events);
    }
}
