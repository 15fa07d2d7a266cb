package id.smartkampung.model.request;

/** <i>Saluran layanan</i>: where the citizen asked. */
public enum Channel {
    /** <i>Loket</i>. */
    COUNTER,
    /** <i>Anjungan mandiri</i>. */
    KIOSK,
    ANDROID,
    WHATSAPP,
    /** <i>Mal Pelayanan Publik</i> of the regency. */
    SERVICE_MALL,
    /** <i>Jemput bola</i>: an officer visits the citizen. */
    OUTREACH
}
