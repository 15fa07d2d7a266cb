package id.smartkampung.district.api;

import java.util.List;

/** What a caller of the interface may: a client by its token, an official by the role. */
public final class Scopes {

    /** Totals, without persons. */
    public static final String STATISTICS = "statistics";

    /** Service requests, without who asked. */
    public static final String REQUESTS = "requests";

    /** Requests made at the service mall, for residents of any village; each client sees its own. */
    public static final String REQUESTS_MAKE = "requests.make";

    /** Residents, families and mutations, masked. */
    public static final String RESIDENTS_MIN = "residents.min";

    /** The same with NIK, KK number and birth date, for a purpose that each call names. */
    public static final String RESIDENTS_NIK = "residents.nik";

    /** In the order of a form. */
    public static final List<String> ALL = List.of(STATISTICS, REQUESTS, REQUESTS_MAKE, RESIDENTS_MIN, RESIDENTS_NIK);

    private Scopes() {}
}
