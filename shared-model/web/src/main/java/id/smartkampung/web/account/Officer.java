package id.smartkampung.web.account;

import java.security.Principal;
import java.util.UUID;

/** Who is logged in: what the pages and the trail need to know of an account. */
public record Officer(UUID id, String username, String displayName, String role, String area, Bounds bounds)
        implements Principal {

    /** Bound to nothing within the role. */
    public Officer(UUID id, String username, String displayName, String role, String area) {
        this(id, username, displayName, role, area, Bounds.NONE);
    }

    @Override
    public String getName() {
        return username;
    }
}
