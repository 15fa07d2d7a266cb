package id.smartkampung.district.feed;

/** What a client may be given, as the roles of its identity name it. */
public final class Scopes {

    public static final String REQUESTS = "requests";
    public static final String RESIDENTS = "residents.min";

    /** Includes {@link #RESIDENTS}; numbers stand open only where a purpose is given too. */
    public static final String NIK = "residents.nik";

    /** Attribute of the identity: codes of the areas it is limited to; none is the whole kabupaten. */
    static final String AREAS = "kampung.areas";

    private Scopes() {}
}
