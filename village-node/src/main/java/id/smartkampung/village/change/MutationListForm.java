package id.smartkampung.village.change;

import id.smartkampung.model.change.MutationKind;
import id.smartkampung.village.lookup.ResidentQueries;
import id.smartkampung.web.text.AddressQuery;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;

/** The filter above the list of mutations, as it is typed and as it stands in an address. */
public final class MutationListForm {

    @RestQuery
    public String nama;

    @RestQuery
    public String macam;

    @RestQuery
    public String bulan;

    @RestQuery
    public String urut;

    public MutationListForm() {}

    MutationListForm(String nama, String macam, String bulan, String urut) {
        this.nama = nama;
        this.macam = macam;
        this.bulan = bulan;
        this.urut = urut;
    }

    public boolean isNumber() {
        return ResidentQueries.isNumber(nama);
    }

    public boolean isFiltered() {
        MutationFilter filter = filter();
        return filter.typed() != null || filter.kind() != null || filter.month() != null;
    }

    public MutationOrder order() {
        return MutationOrder.named(urut);
    }

    MutationFilter filter() {
        return new MutationFilter(AddressQuery.given(nama), kind(macam).orElse(null), month(), order());
    }

    /** The filter as part of an address; without a number of a person, which must not stand in one. */
    String query() {
        return new AddressQuery()
                .with("nama", isNumber() ? null : nama)
                .with("macam", macam)
                .with("bulan", bulan)
                .with("urut", urut)
                .toString();
    }

    /** The kind of this name. */
    static Optional<MutationKind> kind(String name) {
        return Arrays.stream(MutationKind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst();
    }

    private YearMonth month() {
        if (AddressQuery.given(bulan) == null) {
            return null;
        }
        try {
            return YearMonth.parse(bulan.strip());
        } catch (DateTimeException e) {
            return null;
        }
    }
}
