package id.smartkampung.web.account;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The account of this request; the program itself ({@value #PROGRAM}) where nobody is logged in. */
@RequestScoped
public class CurrentAccount {

    /** Stands in histories for what the program did by itself. */
    public static final String PROGRAM = "sistem";

    /** Stands in the trail for whoever did not log in. */
    public static final String STRANGER = "tamu";

    /** Attribute of the identity of another agency's program: the kode wilayah it is bound to, none for no bounds. */
    public static final String AREAS = "kampung.areas";

    /** Attribute of the identity of another agency's program: by what name it is registered. */
    public static final String CLIENT = "kampung.client";

    private final SecurityIdentity identity;

    CurrentAccount(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** Nobody, or the officer; keep this one for work that goes on after the request. */
    public Optional<Officer> officer() {
        if (identity.getPrincipal() instanceof Officer officer) {
            return Optional.of(officer);
        }
        if (identity.isAnonymous()) {
            return Optional.empty();
        }
        // an identity that came in by another door than the login page: the program of another agency
        String name = identity.getPrincipal().getName();
        UUID id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        String role = identity.getRoles().stream().sorted().findFirst().orElse("");
        return Optional.of(new Officer(id, name, name, role, null));
    }

    /** Null where nobody is logged in. */
    public UUID id() {
        return officer().map(Officer::id).orElse(null);
    }

    public String username() {
        return officer().map(Officer::username).orElse(PROGRAM);
    }

    public String displayName() {
        return officer().map(Officer::displayName).orElse(PROGRAM);
    }

    /** Empty where nobody is logged in. */
    public String role() {
        return officer().map(Officer::role).orElse("");
    }

    /** Code of the kecamatan the account is bound to; null for a whole program. */
    public String area() {
        return officer().map(Officer::area).orElse(null);
    }

    /** The kode wilayah that the program of another agency is bound to, none for no bounds; null for a person. */
    public List<String> areas() {
        return identity.getAttribute(AREAS);
    }

    /** By what name the program of another agency is registered; null for a person. */
    public String client() {
        return identity.getAttribute(CLIENT);
    }

    public boolean is(String role) {
        return role.equals(role());
    }
}
