package id.smartkampung.village.resident;

import id.smartkampung.model.vocabulary.BaseStatus;
import id.smartkampung.model.vocabulary.Sex;
import id.smartkampung.village.lookup.ResidentFilter;
import id.smartkampung.village.lookup.ResidentFilter.Order;
import id.smartkampung.village.lookup.ResidentQueries;
import id.smartkampung.village.value.FieldText;
import id.smartkampung.web.text.AddressQuery;
import java.util.Locale;
import org.jboss.resteasy.reactive.RestQuery;

/** The filter above the list of residents, as it is typed and as it stands in an address. */
public final class ResidentListForm {

    @RestQuery
    public String nama;

    @RestQuery
    public String dusun;

    @RestQuery
    public String jk;

    @RestQuery
    public String status;

    @RestQuery
    public String urut;

    public ResidentListForm() {}

    ResidentListForm(String nama, String dusun, String jk, String status, String urut) {
        this.nama = nama;
        this.dusun = dusun;
        this.jk = jk;
        this.status = status;
        this.urut = urut;
    }

    public boolean isNumber() {
        return ResidentQueries.isNumber(nama);
    }

    public boolean isFiltered() {
        return AddressQuery.given(nama) != null
                || AddressQuery.given(dusun) != null
                || sex() != null
                || AddressQuery.given(status) != null;
    }

    ResidentFilter filter() {
        return new ResidentFilter(AddressQuery.given(nama), AddressQuery.given(dusun), sex(), baseStatus(), order());
    }

    private Sex sex() {
        return (Sex) coded(Sex.class, jk);
    }

    /** Those who live here, where nothing else was chosen. */
    private BaseStatus baseStatus() {
        if (AddressQuery.given(status) == null) {
            return BaseStatus.ALIVE;
        }
        return (BaseStatus) coded(BaseStatus.class, status);
    }

    private Order order() {
        if (AddressQuery.given(urut) == null) {
            return Order.NAME;
        }
        try {
            return Order.valueOf(urut.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return Order.NAME;
        }
    }

    /** The filter as part of an address; without what must not stand in one. */
    String query() {
        return new AddressQuery()
                .with("nama", isNumber() ? null : nama)
                .with("dusun", dusun)
                .with("jk", jk)
                .with("status", status)
                .with("urut", urut)
                .toString();
    }

    /** An address that somebody changed by hand filters by nothing rather than failing. */
    private static Object coded(Class<?> vocabulary, String code) {
        try {
            return FieldText.parse(vocabulary, code);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
