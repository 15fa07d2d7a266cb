package id.smartkampung.district.outgoing;

import id.smartkampung.district.outgoing.ForbiddenAddressException.Why;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Says at which network addresses an address on the internet may be called: not at those of our own house, under whatever
 * name (server-side request forgery, OWASP A10:2021). The caller connects to what was checked here and asks no name
 * again, so that a name which changes its mind changes nothing (DNS rebinding).
 */
final class Addresses {

    private static final int LONGEST = 500;
    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    /** All of IPv6 that is given out for the open internet (IANA, RFC 4291, 2.4). */
    private static final Network GLOBAL_IPV6 = Network.of("2000::/3");

    /** Not of the open internet (IANA special-purpose registries, RFC 6890), or leading elsewhere (6to4, Teredo). */
    private static final List<Network> INNER = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/4",
                    "240.0.0.0/4",
                    "2001::/23",
                    "2001:db8::/32",
                    "2002::/16",
                    "3fff::/20")
            .map(Network::of)
            .toList();

    private final OutgoingConfig config;
    private final Names names;
    private final List<Network> allowed;

    /** Finds the network addresses of a name. */
    @FunctionalInterface
    interface Names {

        InetAddress[] of(String host) throws UnknownHostException;
    }

    Addresses(OutgoingConfig config, Names names) {
        this.config = config;
        this.names = names;
        this.allowed = config.innerNetworks().orElse(List.of()).stream()
                .map(Network::of)
                .toList();
    }

    /** A checked address: what is called, and where to connect. */
    record Checked(URI url, String host, int port, List<InetAddress> places) {

        boolean isSecure() {
            return url.getScheme().equalsIgnoreCase("https");
        }

        String pathAndQuery() {
            String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
            return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
        }
    }

    /**
     * Asks the name once; every address that it has must be one that may be called.
     *
     * @throws ForbiddenAddressException when it may not be called
     */
    Checked check(String text) throws ForbiddenAddressException {
        URI url = read(text);
        String host = url.getHost().startsWith("[")
                ? url.getHost().substring(1, url.getHost().length() - 1)
                : url.getHost();
        int port = port(url);
        InetAddress[] places;
        try {
            places = names.of(host);
        } catch (UnknownHostException e) {
            throw new ForbiddenAddressException(Why.UNKNOWN);
        }
        boolean all = Arrays.stream(places).allMatch(place -> isOpen(place) || isAllowed(place));
        if (!all || places.length == 0) {
            throw new ForbiddenAddressException(Why.INNER);
        }
        boolean anyPort = Arrays.stream(places).allMatch(this::isAllowed);
        if (!anyPort && !config.ports().contains(port)) {
            throw new ForbiddenAddressException(Why.PORT);
        }
        return new Checked(url, host, port, List.of(places));
    }

    private URI read(String text) throws ForbiddenAddressException {
        try {
            URI url = new URI(text);
            boolean scheme = "https".equalsIgnoreCase(url.getScheme())
                    || (config.plainHttp() && "http".equalsIgnoreCase(url.getScheme()));
            boolean plain = url.getHost() != null && url.getRawUserInfo() == null && url.getRawFragment() == null;
            if (scheme && plain && text.length() <= LONGEST) {
                return url;
            }
        } catch (URISyntaxException e) {
            throw new ForbiddenAddressException(Why.FORM);
        }
        throw new ForbiddenAddressException(Why.FORM);
    }

    private static int port(URI url) {
        if (url.getPort() >= 0) {
            return url.getPort();
        }
        return url.getScheme().equalsIgnoreCase("https") ? HTTPS : HTTP;
    }

    /** Java gives an IPv4 address that is written as one of IPv6 as what it is. */
    private static boolean isOpen(InetAddress place) {
        boolean global = place.getAddress().length == 4 || GLOBAL_IPV6.contains(place);
        return global && INNER.stream().noneMatch(network -> network.contains(place));
    }

    private boolean isAllowed(InetAddress place) {
        return allowed.stream().anyMatch(network -> network.contains(place));
    }
}
