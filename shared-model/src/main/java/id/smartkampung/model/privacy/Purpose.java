package id.smartkampung.model.privacy;

/** What a field is collected for; a field goes only where its purpose is served. */
public enum Purpose {
    /** The village keeps its register (Permendagri 47/2016, books B.1 to B.5). */
    VILLAGE_REGISTER,
    /** The regency counts its people and plans by the counts (UU 23/2006 art. 7). */
    POPULATION_STATISTICS,
    /** One person is counted once: duplicates and unfinished moves between villages are found. */
    ONE_PERSON_ONCE,
    /** Coverage of birth, marriage and divorce certificates and of KTP-el recording. */
    CIVIL_REGISTRATION,
    /** A request is answered at the place where the citizen asks, also at the service mall. */
    SERVICE_DELIVERY,
    /** Whoever is shown a letter can see whether it is genuine and still holds. */
    LETTER_VERIFICATION,
    /** Services for people with disabilities (UU 8/2016). */
    INCLUSIVE_SERVICES,
    /** Care of expectant mothers and prevention of stunting (Perpres 72/2021). */
    MATERNAL_HEALTH,
    /** Targeting of social protection and health insurance. */
    SOCIAL_PROTECTION
}
