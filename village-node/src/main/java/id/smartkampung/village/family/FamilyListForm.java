package id.smartkampung.village.family;

import id.smartkampung.village.lookup.FamilyFilter;
import id.smartkampung.village.lookup.FamilyFilter.Order;
import id.smartkampung.village.lookup.ResidentQueries;
import id.smartkampung.web.text.AddressQuery;
import java.util.Locale;
import org.jboss.resteasy.reactive.RestQuery;

/** The filter above the list of families, as it is typed and as it stands in an address. */
public final class FamilyListForm {

    @RestQuery
    public String nama;

    @RestQuery
    public String dusun;

    @RestQuery
    public String urut;

    public FamilyListForm() {}

    FamilyListForm(String nama, String dusun, String urut) {
        this.nama = nama;
        this.dusun = dusun;
        this.urut = urut;
    }

    public boolean isNumber() {
        return ResidentQueries.isNumber(nama);
    }

    public boolean isFiltered() {
        return AddressQuery.given(nama) != null || AddressQuery.given(dusun) != null;
    }

    FamilyFilter filter() {
        return new FamilyFilter(AddressQuery.given(nama), AddressQuery.given(dusun), order());
    }

    /** The filter as part of an address; without a number of a person, which must not stand in one. */
    String query() {
        return new AddressQuery()
                .with("nama", isNumber() ? null : nama)
                .with("dusun", dusun)
                .with("urut", urut)
                .toString();
    }

    private Order order() {
        if (AddressQuery.given(urut) == null) {
            return Order.HEAD;
        }
        try {
            return Order.valueOf(urut.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return Order.HEAD;
        }
    }
}
