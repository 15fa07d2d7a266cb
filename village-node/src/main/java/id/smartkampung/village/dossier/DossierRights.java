package id.smartkampung.village.dossier;

import id.smartkampung.web.account.CurrentAccount;
import id.smartkampung.web.account.Roles;
import id.smartkampung.web.layout.FeatureRights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.List;

/** Who gives copies, for the page that does and for those that lead there. */
@ApplicationScoped
@Named("dossierRights")
public class DossierRights {

    /** The parts of the program of which something is in it; who may not use one of them gives no copy. */
    private static final List<String> PARTS = List.of("/penduduk", "/peristiwa", "/permohonan", "/surat");

    private final FeatureRights rights;
    private final CurrentAccount account;

    DossierRights(FeatureRights rights, CurrentAccount account) {
        this.rights = rights;
        this.account = account;
    }

    public boolean isGiving() {
        return (account.is(Roles.SEKDES) || account.is(Roles.ADMIN))
                && PARTS.stream().allMatch(rights::admits);
    }
}
