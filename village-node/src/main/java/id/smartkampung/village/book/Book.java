package id.smartkampung.village.book;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The books of population administration (Permendagri 47/2016), and the report that is made of them each month. */
public enum Book {
    /** <i>Buku Induk Penduduk</i>. */
    B1(false, true),
    /** <i>Buku Mutasi Penduduk Desa</i>. */
    B2(true, true),
    /** <i>Buku Rekapitulasi Jumlah Penduduk</i>. */
    B3(true, false),
    /** <i>Buku Penduduk Sementara</i>. */
    B4(true, true),
    /** <i>Buku KTP dan Buku KK</i>. */
    B5(false, true),
    /** <i>Laporan perkembangan penduduk bulanan</i>. */
    LAPORAN(true, false);

    private final boolean monthly;
    private final boolean personal;

    Book(boolean monthly, boolean personal) {
        this.monthly = monthly;
        this.personal = personal;
    }

    static Optional<Book> named(String address) {
        return Arrays.stream(values())
                .filter(book -> book.address().equals(address))
                .findFirst();
    }

    /** As it stands in an address. */
    public String address() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is kept by the month; else it says what is now. */
    public boolean isMonthly() {
        return monthly;
    }

    /** Whether it goes by one of two days, and so has to say by which. */
    public boolean hasBasis() {
        return monthly && this != B4;
    }

    /** Whether it names people. */
    public boolean isPersonal() {
        return personal;
    }
}
