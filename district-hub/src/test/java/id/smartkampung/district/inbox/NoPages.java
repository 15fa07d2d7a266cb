package id.smartkampung.district.inbox;

import id.smartkampung.web.account.Roles;
import id.smartkampung.web.layout.MenuItem;
import id.smartkampung.web.layout.Program;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Stands where the program's own pages are described, as long as nobody describes them. */
@ApplicationScoped
@DefaultBean
class NoPages implements Program {

    @Override
    public String name() {
        return "Kabupaten Uji";
    }

    @Override
    public String subtitle() {
        return "Uji";
    }

    @Override
    public String bodyClass() {
        return "kabupaten";
    }

    @Override
    public List<String> roles() {
        return Roles.VILLAGE;
    }

    @Override
    public List<MenuItem> menu() {
        return List.of();
    }
}
