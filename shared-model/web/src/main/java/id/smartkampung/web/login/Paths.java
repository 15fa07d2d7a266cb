package id.smartkampung.web.login;

/** Which paths are the same for everybody, and which a login may lead to. */
final class Paths {

    private static final String[] PUBLIC = {"/_kampung/", "/webjars/", "/_static/", "/q/"};

    private Paths() {}

    static boolean isPublic(String path) {
        for (String start : PUBLIC) {
            if (path.startsWith(start)) {
                return true;
            }
        }
        return false;
    }

    /** A path of this program, whatever somebody wrote into the link. */
    static String own(String path) {
        boolean inside = path.startsWith("/") && !path.startsWith("//");
        boolean plain = path.chars().allMatch(c -> c > ' ' && c != '\\' && c < 0x7f);
        return inside && plain ? path : "/";
    }
}
