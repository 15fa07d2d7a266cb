package id.smartkampung.web.staff;

import jakarta.ws.rs.DefaultValue;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;

/** What an admin ticks to bind an account. */
public class BoundsForm {

    /** Whether it is bound to the parts of the program below; else it uses all that its role may. */
    @RestForm
    @DefaultValue("")
    public String batasiBagian = "";

    @RestForm
    public List<String> bagian;

    /** Whether it is bound to the parts of the village below; else it sees all of it. */
    @RestForm
    @DefaultValue("")
    public String batasiWilayah = "";

    @RestForm
    public List<String> wilayah;

    /** Null for all. */
    List<String> features() {
        return batasiBagian.isEmpty() ? null : some(bagian);
    }

    /** Null for the whole village. */
    List<String> areas() {
        return batasiWilayah.isEmpty() ? null : some(wilayah);
    }

    private static List<String> some(List<String> ticked) {
        return ticked == null ? List.of() : List.copyOf(ticked);
    }
}
