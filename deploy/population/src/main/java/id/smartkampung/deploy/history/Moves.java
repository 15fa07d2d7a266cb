package id.smartkampung.deploy.history;

import id.smartkampung.deploy.chance.Random64;
import id.smartkampung.model.change.MutationKind;
import id.smartkampung.model.vocabulary.MoveKind;
import id.smartkampung.model.wilayah.KodeWilayah;
import id.smartkampung.model.wilayah.Wilayah;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Predicate;

/** Where people go to and come from, and the papers of what happens to them. */
final class Moves {

    /** Kabupaten and kota in the province from which and to which most move. */
    private static final List<KodeWilayah> IN_PROVINCE =
            areas("35.09", "35.11", "35.12", "35.78", "35.07", "35.73", "35.08", "35.13");

    private static final List<KodeWilayah> BEYOND =
            areas("51.01", "51.71", "51.03", "51.08", "31.74", "33.74", "34.71", "64.72", "32.16", "36.71");

    private final Stage stage;
    private final Random64 random;
    private final List<KodeWilayah> sameKecamatan;
    private final List<KodeWilayah> otherKecamatan;

    Moves(Stage stage) {
        this.stage = stage;
        random = stage.random;
        sameKecamatan = desa(kode -> kode.kecamatan().equals(stage.desa.kecamatan()) && !kode.equals(stage.desa));
        otherKecamatan = desa(kode -> !kode.kecamatan().equals(stage.desa.kecamatan()));
    }

    /** How far, where from or where to; several move as one group. */
    void describe(Act act, int people) {
        MoveKind kind = stage.rates.moveKinds.draw(random);
        boolean nowhereNear = kind == MoveKind.WITHIN_KECAMATAN && sameKecamatan.isEmpty();
        act.moveKind = nowhereNear ? MoveKind.WITHIN_KABUPATEN : kind;
        act.otherArea = random.oneOf(
                switch (act.moveKind) {
                    case WITHIN_KECAMATAN -> sameKecamatan;
                    case WITHIN_PROVINSI -> IN_PROVINCE;
                    case BETWEEN_PROVINSI -> BEYOND;
                    default -> otherKecamatan;
                });
        if (people > 1) {
            act.groupId = random.nextUuid(act.at());
        }
    }

    UUID id(Act act) {
        return random.nextUuid(act.at());
    }

    /** Number of the paper (<i>SKPWNI</i> of a move, <i>akta kematian</i>) as Dukcapil writes it. */
    String paper(Act act) {
        LocalDate day = act.kind == MutationKind.ARRIVAL ? act.happenedOn() : act.reportedOn();
        String date =
                String.format(Locale.ROOT, "%02d%02d%04d", day.getDayOfMonth(), day.getMonthValue(), day.getYear());
        if (act.kind == MutationKind.DEATH) {
            return stage.desa.kabupaten().digits() + "-KM-" + date + "-" + serial();
        }
        KodeWilayah leaving = act.kind == MutationKind.ARRIVAL ? act.otherArea : stage.desa;
        return "SKPWNI/" + leaving.kabupaten().digits() + "/" + date + "/" + serial();
    }

    private String serial() {
        return String.format(Locale.ROOT, "%04d", random.between(1, 9999));
    }

    private static List<KodeWilayah> desa(Predicate<KodeWilayah> wanted) {
        return Wilayah.desa().stream().map(Wilayah.Area::kode).filter(wanted).toList();
    }

    private static List<KodeWilayah> areas(String... codes) {
        return List.of(codes).stream().map(KodeWilayah::new).toList();
    }
}
