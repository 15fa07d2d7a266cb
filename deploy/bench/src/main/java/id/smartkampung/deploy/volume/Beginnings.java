package id.smartkampung.deploy.volume;

import id.smartkampung.deploy.regency.Rows;
import id.smartkampung.deploy.servers.Database;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Where people begin. Beside the home page and what it loads these are pages from anywhere in the ten years, since whoever
 * follows links comes first to what is new; and what is typed into the search box.
 */
final class Beginnings {

    private static final List<String> FIXED = List.of("/", "/sinkronisasi/kalimat", "/cari");

    /** Behind a row from anywhere in a list. */
    private static final List<String> BEHIND = List.of(
            "select '/permohonan?keadaan=semua&urut=newest&setelah=' || id from request",
            "select '/permohonan?keadaan=semua&urut=oldest&setelah=' || id from request",
            "select '/permohonan?keadaan=semua&urut=applicant&setelah=' || id from request",
            "select '/surat?tahun=' || year || '&setelah=' || id from letter",
            "select '/surat/ekspedisi?tahun=' || year || '&setelah=' || id from letter",
            "select '/penduduk?setelah=' || id from resident",
            "select '/keluarga?setelah=' || id from family",
            "select '/peristiwa?setelah=' || id from mutation",
            "select '/buku/b1?setelah=' || id || '&no=1' from resident",
            "select '/buku/b5?setelah=' || id || '&no=1' from resident",
            "select '/buku/b2?bulan=' || to_char(happened_on, 'YYYY-MM') from mutation",
            "select '/buku/b3?bulan=' || to_char(happened_on, 'YYYY-MM') from mutation",
            "select '/buku/laporan?bulan=' || to_char(happened_on, 'YYYY-MM') from mutation");

    private static final List<String> ANY = List.of(
            "select '/permohonan/' || id from request",
            "select '/permohonan/' || request_id || '/konsep' from letter",
            "select '/penduduk/' || id from resident",
            "select '/keluarga/' || id from family",
            "select '/peristiwa/' || id from mutation");

    private static final String SEARCH = "/cari";
    private static final String FROM_ANYWHERE = " order by random() limit 20";

    private final List<String> paths = new ArrayList<>(FIXED);
    private final List<Ask> searches = new ArrayList<>();

    private Beginnings() {}

    static Beginnings of(Database village) throws SQLException {
        Beginnings beginnings = new Beginnings();
        for (String query : BEHIND) {
            beginnings.paths.addAll(Rows.of(village, query + FROM_ANYWHERE));
        }
        for (String query : ANY) {
            beginnings.paths.addAll(Rows.of(village, query + FROM_ANYWHERE));
        }
        beginnings.type(village, "nama", "select split_part(full_name, ' ', 1) from resident");
        beginnings.type(village, "nama lengkap", "select full_name from resident");
        beginnings.type(village, "NIK", "select left(nik, 12) from resident where nik is not null");
        beginnings.type(village, "KK", "select no_kk from family where no_kk is not null");
        beginnings.type(village, "nomor permohonan", "select number from request");
        return beginnings;
    }

    List<String> paths() {
        return paths;
    }

    List<Ask> searches() {
        return searches;
    }

    private void type(Database village, String what, String query) throws SQLException {
        Rows.of(village, query + FROM_ANYWHERE)
                .forEach(typed -> searches.add(new Ask(SEARCH + " " + what, SEARCH, typed)));
    }
}
