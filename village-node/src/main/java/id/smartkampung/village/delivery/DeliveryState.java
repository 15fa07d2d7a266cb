package id.smartkampung.village.delivery;

/** How far a letter has come on its way home. */
public enum DeliveryState {
    /** Somebody is to bring it; it lies in the office. */
    ASSIGNED,
    UNDER_WAY,
    HANDED_OVER,
    /** Nobody took it; the reason is told. */
    CAME_BACK,
    /** It was taken from who was to bring it, before they left. */
    WITHDRAWN;

    public boolean isOpen() {
        return this == ASSIGNED || this == UNDER_WAY;
    }
}
