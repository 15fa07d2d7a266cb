package id.smartkampung.village.resident;

import id.smartkampung.village.lookup.ResidentQueries;
import id.smartkampung.web.account.Roles;
import id.smartkampung.web.audit.Audit;
import id.smartkampung.web.error.RefusedException;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

/** The list of residents as a file. */
@Path("/penduduk")
@Blocking
public class ResidentExportPage {

    private final ResidentExport export;
    private final Audit audit;

    ResidentExportPage(ResidentExport export, Audit audit) {
        this.export = export;
        this.audit = audit;
    }

    /** What is secret stays masked. */
    @GET
    @Path("/unduh")
    public Response masked(@BeanParam ResidentListForm form, @RestQuery String jenis) {
        audit.record("residents-exported", "resident", List.of("masked"), "");
        return export.file(form.filter(), true).as(jenis);
    }

    /** Everything in the clear, for those who answer for it, with a reason. */
    @POST
    @Path("/unduh")
    @RolesAllowed({Roles.SEKDES, Roles.ADMIN})
    public Response whole(
            @RestForm String nama,
            @RestForm String dusun,
            @RestForm String jk,
            @RestForm String status,
            @RestForm String urut,
            @RestForm String jenis,
            @RestForm String alasan) {
        if (alasan == null || alasan.isBlank()) {
            throw new RefusedException(422, "reason-missing");
        }
        ResidentListForm form = new ResidentListForm(nama, dusun, jk, status, urut);
        if (ResidentQueries.isNumber(nama)) {
            form.nama = null;
        }
        audit.record("residents-exported", "resident", List.of("whole"), alasan.strip());
        return export.file(form.filter(), false).as(jenis);
    }
}
