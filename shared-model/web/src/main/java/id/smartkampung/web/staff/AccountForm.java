package id.smartkampung.web.staff;

import id.smartkampung.web.account.Account;
import id.smartkampung.web.account.Roles;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import org.jboss.resteasy.reactive.RestForm;

/** What an admin types to give somebody an account. */
public class AccountForm {

    @RestForm
    @DefaultValue("")
    @Pattern(regexp = "[A-Za-z0-9._-]{3,40}", message = "{account.username}")
    public String username = "";

    @RestForm
    @DefaultValue("")
    @NotBlank
    @Size(max = 100)
    public String displayName = "";

    @RestForm
    @DefaultValue("")
    @NotBlank
    public String role = "";

    @RestForm
    @DefaultValue("")
    public String area = "";

    void copyTo(Account account) {
        account.username = Account.folded(username);
        account.displayName = displayName.strip();
        account.role = role;
        account.area = Roles.needsArea(role) ? area : null;
    }
}
