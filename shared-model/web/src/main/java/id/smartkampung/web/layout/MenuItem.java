package id.smartkampung.web.layout;

import java.util.Set;

/** One entry of the navigation; icon is a name of the icon tag, no roles means everybody who is logged in. */
public record MenuItem(String label, String href, String icon, long count, Set<String> roles) {

    public MenuItem {
        roles = Set.copyOf(roles);
    }

    public static MenuItem of(String label, String href, String icon, String... roles) {
        return new MenuItem(label, href, icon, 0, Set.of(roles));
    }

    /** The same with a number behind its label. */
    public MenuItem counting(long newCount) {
        return new MenuItem(label, href, icon, newCount, roles);
    }

    boolean isFor(String role) {
        return roles.isEmpty() || roles.contains(role);
    }

    boolean covers(String path) {
        return path.equals(href) || (href.length() > 1 && path.startsWith(href + "/"));
    }
}
