package id.smartkampung.village.sync;

import id.smartkampung.web.layout.MenuItem;
import id.smartkampung.web.layout.Program;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Stands in where the program has no menu of its own. */
@DefaultBean
@ApplicationScoped
class TestProgram implements Program {

    @Override
    public String name() {
        return "Desa Uji";
    }

    @Override
    public String subtitle() {
        return "Kecamatan Uji";
    }

    @Override
    public String bodyClass() {
        return "desa";
    }

    @Override
    public List<String> roles() {
        return List.of();
    }

    @Override
    public List<MenuItem> menu() {
        return List.of();
    }
}
