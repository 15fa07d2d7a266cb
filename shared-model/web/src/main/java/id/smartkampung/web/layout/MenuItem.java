package id.smartkampung.web.layout;

import java.util.Set;

/**
 * One entry of the navigation.
 *
 * @param icon a name of the icon tag
 * @param roles none means everybody who is logged in
 * @param seldom whether it is not needed every day, and stands behind the others under a word of its own
 */
public record MenuItem(String label, String href, String icon, long count, Set<String> roles, boolean seldom) {

    public MenuItem {
        roles = Set.copyOf(roles);
    }

    public static MenuItem of(String label, String href, String icon, String... roles) {
        return new MenuItem(label, href, icon, 0, Set.of(roles), false);
    }

    /** The same with a number behind its label. */
    public MenuItem counting(long newCount) {
        return new MenuItem(label, href, icon, newCount, roles, seldom);
    }

    /** The same as one that is not needed every day. */
    public MenuItem neededSeldom() {
        return new MenuItem(label, href, icon, count, roles, true);
    }

    boolean isFor(String role) {
        return roles.isEmpty() || roles.contains(role);
    }

    boolean covers(String path) {
        return path.equals(href) || (href.length() > 1 && path.startsWith(href + "/"));
    }
}
