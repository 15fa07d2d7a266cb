package id.smartkampung.web.layout;

import id.smartkampung.web.WebConfig;
import id.smartkampung.web.account.CurrentAccount;
import id.smartkampung.web.account.Officer;
import id.smartkampung.web.account.Roles;
import id.smartkampung.web.text.Texts;
import io.quarkus.csrf.reactive.runtime.CsrfTokenParameterProvider;
import io.quarkus.runtime.BlockingOperationControl;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What {@code layout.html} shows around every page. */
@Named("layout")
@RequestScoped
public class Layout {

    private static final int THUMB_TARGETS = 4;

    /** Where the filter of form tokens leaves the token of a request. */
    private static final String TOKEN = "csrf_token";

    private final Program program;
    private final CurrentAccount account;
    private final WebConfig config;
    private final FeatureRights rights;
    private final Assets assets;
    private final Flash flash;
    private final Texts texts;
    private final CsrfTokenParameterProvider csrf;
    private final RoutingContext request;
    private final String csrfCookie;

    private List<MenuItem> menu;

    Layout(
            Program program,
            CurrentAccount account,
            WebConfig config,
            FeatureRights rights,
            Assets assets,
            Flash flash,
            Texts texts,
            CsrfTokenParameterProvider csrf,
            RoutingContext request,
            @ConfigProperty(name = "quarkus.rest-csrf.cookie-name") String csrfCookie) {
        this.program = program;
        this.account = account;
        this.config = config;
        this.rights = rights;
        this.assets = assets;
        this.flash = flash;
        this.texts = texts;
        this.csrf = csrf;
        this.request = request;
        this.csrfCookie = csrfCookie;
    }

    public Program getProgram() {
        return program;
    }

    /** Null where nobody is logged in. */
    public Officer getAccount() {
        return account.officer().orElse(null);
    }

    public String getRoleLabel() {
        return texts.of("role." + account.role());
    }

    public List<MenuItem> getMenu() {
        if (menu == null) {
            menu = account.officer().isEmpty() ? List.of() : menuOf(account.role());
        }
        return menu;
    }

    /** The entries that stand in a row. */
    public List<MenuItem> getDaily() {
        List<MenuItem> seldom = getSeldom();
        return getMenu().stream().filter(item -> !seldom.contains(item)).toList();
    }

    /** The entries behind a word of their own, so that the row stays one row; a single one stands in the row. */
    public List<MenuItem> getSeldom() {
        List<MenuItem> seldom = getMenu().stream().filter(MenuItem::seldom).toList();
        return seldom.size() > 1 ? seldom : List.of();
    }

    /** To which parts of the village the account is bound, to be read; null for all of it. */
    public String getReach() {
        return account.officer()
                .map(officer -> officer.bounds().areas())
                .map(areas -> areas.lines().map(Layout::reach).collect(Collectors.joining("; ")))
                .orElse(null);
    }

    private static String reach(String area) {
        String[] parts = area.split("\\|", -1);
        String written = parts[0];
        written += parts.length > 1 && !parts[1].isEmpty() ? " RW " + parts[1] : "";
        written += parts.length > 2 && !parts[2].isEmpty() ? " RT " + parts[2] : "";
        return written.strip();
    }

    /** The entries at the foot of a phone. */
    public List<MenuItem> getThumb() {
        return getMenu().stream().limit(THUMB_TARGETS).toList();
    }

    /** The entries a phone finds under the account. */
    public List<MenuItem> getRest() {
        return getMenu().stream().skip(THUMB_TARGETS).toList();
    }

    public boolean isCurrent(MenuItem item) {
        return item.covers(request.normalizedPath());
    }

    public boolean isAmongSeldom() {
        return getSeldom().stream().anyMatch(this::isCurrent);
    }

    public boolean isAdministers() {
        return account.is(Roles.ADMIN);
    }

    public boolean isInspects() {
        return account.is(Roles.ADMIN) || account.is(Roles.INSPEKTORAT);
    }

    public boolean isDemo() {
        return config.demo();
    }

    /** What the last request wanted to say on this page; null if nothing. */
    public String getFlash() {
        return flash.take();
    }

    /** Changes with the stylesheet and the script, so that a browser never keeps old ones. */
    public String getVersion() {
        return assets.version();
    }

    public String getCsrfHeaders() {
        return "{\"" + csrf.getHeaderName() + "\":\"" + getCsrfToken() + "\"}";
    }

    /** The token of forms; on the page of an error before it was looked at, the one this browser has already. */
    public String getCsrfToken() {
        if (request.get(TOKEN) != null) {
            return csrf.getToken();
        }
        Cookie cookie = request.request().getCookie(csrfCookie);
        return cookie == null ? "" : cookie.getValue();
    }

    /** No inline styles, no eval (Content-Security-Policy); refusals are shown and not swallowed. */
    public String getHtmxConfig() {
        return """
                {"includeIndicatorStyles":false,"allowEval":false,"historyCacheSize":0,"refreshOnHistoryMiss":true,\
                "responseHandling":[{"code":"204","swap":false},{"code":"[23]..","swap":true},\
                {"code":"[45]..","swap":true,"error":true}]}""";
    }

    private List<MenuItem> menuOf(String role) {
        if (!BlockingOperationControl.isBlockingAllowed()) {
            // an error page may be written where the menu cannot be counted
            return List.of();
        }
        return program.menu().stream()
                .filter(item -> item.isFor(role) && rights.admits(item.href()))
                .toList();
    }
}
