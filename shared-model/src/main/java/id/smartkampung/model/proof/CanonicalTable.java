package id.smartkampung.model.proof;

import id.smartkampung.model.event.FamilyRecorded;
import id.smartkampung.model.event.MutationRecorded;
import id.smartkampung.model.event.RequestRecorded;
import id.smartkampung.model.event.ResidentRecorded;
import id.smartkampung.model.event.Subject;
import id.smartkampung.model.event.VillageEvent;
import id.smartkampung.model.identity.Nik;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A table whose rows are compared, with its leaving fields in the order in which they are hashed.
 *
 * <p>The order and the encoding belong to digest version {@link DigestTree#VERSION}; a field added later begins a new
 * version.
 */
public enum CanonicalTable {
    RESIDENT(
            Subject.RESIDENT,
            ResidentRecorded.class,
            List.of(
                    CanonicalField.uuid("family_id", ResidentRecorded::familyId),
                    CanonicalField.text("nik", (ResidentRecorded event) -> digits(event.nik())),
                    CanonicalField.text("full_name", ResidentRecorded::fullName),
                    CanonicalField.coded("sex", ResidentRecorded::sex),
                    CanonicalField.text("born_in", ResidentRecorded::bornIn),
                    CanonicalField.date("born_on", ResidentRecorded::bornOn),
                    CanonicalField.coded("religion", ResidentRecorded::religion),
                    CanonicalField.coded("education", ResidentRecorded::education),
                    CanonicalField.coded("schooling", ResidentRecorded::schooling),
                    CanonicalField.coded("occupation", ResidentRecorded::occupation),
                    CanonicalField.coded("marital_status", ResidentRecorded::maritalStatus),
                    CanonicalField.coded("relationship", ResidentRecorded::relationship),
                    CanonicalField.coded("citizenship", ResidentRecorded::citizenship),
                    CanonicalField.text("father_nik", (ResidentRecorded event) -> digits(event.fatherNik())),
                    CanonicalField.text("father_name", ResidentRecorded::fatherName),
                    CanonicalField.text("mother_nik", (ResidentRecorded event) -> digits(event.motherNik())),
                    CanonicalField.text("mother_name", ResidentRecorded::motherName),
                    CanonicalField.coded("blood_group", ResidentRecorded::bloodGroup),
                    CanonicalField.text("birth_certificate", ResidentRecorded::birthCertificate),
                    CanonicalField.text("marriage_certificate", ResidentRecorded::marriageCertificate),
                    CanonicalField.date("married_on", ResidentRecorded::marriedOn),
                    CanonicalField.text("divorce_certificate", ResidentRecorded::divorceCertificate),
                    CanonicalField.date("divorced_on", ResidentRecorded::divorcedOn),
                    CanonicalField.coded("disability", ResidentRecorded::disability),
                    CanonicalField.coded("pregnancy", ResidentRecorded::pregnancy),
                    CanonicalField.coded("ktp_holding", ResidentRecorded::ktpHolding),
                    CanonicalField.coded("ktp_recording", ResidentRecorded::ktpRecording),
                    CanonicalField.text("current_address", ResidentRecorded::currentAddress),
                    CanonicalField.coded("base_status", ResidentRecorded::baseStatus),
                    CanonicalField.coded("residency", ResidentRecorded::residency),
                    CanonicalField.text("ethnicity", ResidentRecorded::ethnicity),
                    CanonicalField.coded("insurance", ResidentRecorded::insurance),
                    CanonicalField.text("dusun", ResidentRecorded::dusun),
                    CanonicalField.text("rw", ResidentRecorded::rw),
                    CanonicalField.text("rt", ResidentRecorded::rt))),
    FAMILY(
            Subject.FAMILY,
            FamilyRecorded.class,
            List.of(
                    CanonicalField.text(
                            "no_kk",
                            (FamilyRecorded event) ->
                                    event.noKk() == null ? null : event.noKk().value()),
                    CanonicalField.text("address", FamilyRecorded::address),
                    CanonicalField.text("dusun", FamilyRecorded::dusun),
                    CanonicalField.text("rw", FamilyRecorded::rw),
                    CanonicalField.text("rt", FamilyRecorded::rt))),
    REQUEST(
            Subject.REQUEST,
            RequestRecorded.class,
            List.of(
                    CanonicalField.text("number", RequestRecorded::number),
                    CanonicalField.uuid("applicant_id", RequestRecorded::applicantId),
                    CanonicalField.text(
                            "kind",
                            (RequestRecorded event) ->
                                    event.kind() == null ? null : event.kind().code()),
                    CanonicalField.constant("channel", RequestRecorded::channel),
                    CanonicalField.constant("state", RequestRecorded::state),
                    CanonicalField.bool("home_delivery", RequestRecorded::homeDelivery),
                    CanonicalField.instant("submitted_at", RequestRecorded::submittedAt),
                    CanonicalField.steps("steps", RequestRecorded::steps))),
    MUTATION(
            Subject.MUTATION,
            MutationRecorded.class,
            List.of(
                    CanonicalField.uuid("resident_id", MutationRecorded::residentId),
                    CanonicalField.uuid("family_id", MutationRecorded::familyId),
                    CanonicalField.constant("kind", MutationRecorded::kind),
                    CanonicalField.date("happened_on", MutationRecorded::happenedOn),
                    CanonicalField.date("reported_on", MutationRecorded::reportedOn),
                    CanonicalField.date("booked_on", MutationRecorded::bookedOn),
                    CanonicalField.instant("recorded_at", MutationRecorded::recordedAt),
                    CanonicalField.bool("counted", MutationRecorded::counted),
                    CanonicalField.coded("sex", MutationRecorded::sex),
                    CanonicalField.coded("citizenship", MutationRecorded::citizenship),
                    CanonicalField.coded("residency", MutationRecorded::residency),
                    CanonicalField.coded("relationship", MutationRecorded::relationship),
                    CanonicalField.text("dusun", MutationRecorded::dusun),
                    CanonicalField.coded("move_kind", MutationRecorded::moveKind),
                    CanonicalField.text(
                            "other_area",
                            (MutationRecorded event) -> event.otherArea() == null
                                    ? null
                                    : event.otherArea().value()),
                    CanonicalField.text("document", MutationRecorded::document),
                    CanonicalField.uuid("mother_id", MutationRecorded::motherId),
                    CanonicalField.uuid("group_id", MutationRecorded::groupId),
                    CanonicalField.instant("undone_at", MutationRecorded::undoneAt)));

    private static final Map<String, CanonicalTable> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(CanonicalTable::table, Function.identity()));

    private final String table;
    private final Class<? extends VillageEvent> event;
    private final List<CanonicalField> fields;

    CanonicalTable(String table, Class<? extends VillageEvent> event, List<CanonicalField> fields) {
        this.table = table;
        this.event = event;
        this.fields = fields;
    }

    /** The table of a name; nothing for one that a newer program compares. */
    public static Optional<CanonicalTable> find(String table) {
        return table == null ? Optional.empty() : Optional.ofNullable(BY_NAME.get(table));
    }

    /** The table whose row this event states; nothing when it states none, as a removal does. */
    public static Optional<CanonicalTable> of(VillageEvent event) {
        return Arrays.stream(values())
                .filter(table -> table.event.isInstance(event))
                .findFirst();
    }

    /** Its name in both databases, and the kind of its subjects. */
    public String table() {
        return table;
    }

    public List<CanonicalField> fields() {
        return fields;
    }

    @Override
    public String toString() {
        return table;
    }

    /** The key of the row that an event of this table states. */
    static UUID key(VillageEvent event) {
        return event.subject().id();
    }

    private static String digits(Nik nik) {
        return nik == null ? null : nik.value();
    }
}
