package id.smartkampung.web;

import id.smartkampung.web.account.Roles;
import id.smartkampung.web.layout.MenuItem;
import id.smartkampung.web.layout.Program;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The smallest program that has the shared pages. */
@ApplicationScoped
class ProbeProgram implements Program {

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
        return Roles.VILLAGE;
    }

    @Override
    public List<MenuItem> menu() {
        return List.of(
                MenuItem.of("Beranda", "/probe", "home"),
                MenuItem.of("Loket", "/loket", "counter", Roles.OPERATOR).counting(5));
    }
}
