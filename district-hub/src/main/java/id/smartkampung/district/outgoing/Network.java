package id.smartkampung.district.outgoing;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** A range of network addresses in the notation of CIDR (RFC 4632, RFC 4291): {@code 10.0.0.0/8}. */
final class Network {

    private final byte[] base;
    private final int bits;

    private Network(byte[] base, int bits) {
        this.base = base;
        this.bits = bits;
    }

    /** Anything else is an {@link IllegalArgumentException}. */
    static Network of(String text) {
        int slash = text.indexOf('/');
        String address = slash < 0 ? "" : text.substring(0, slash);
        if (!address.matches("[0-9a-fA-F.:]*[.:][0-9a-fA-F.:]*")) {
            throw new IllegalArgumentException("this is no network: " + text);
        }
        try {
            byte[] base = InetAddress.getAllByName(address)[0].getAddress();
            int bits = Integer.parseInt(text.substring(slash + 1));
            if (bits < 0 || bits > base.length * Byte.SIZE) {
                throw new IllegalArgumentException("a network has no such length: " + text);
            }
            return new Network(base, bits);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("this is no network: " + text, e);
        }
    }

    boolean contains(InetAddress place) {
        byte[] address = place.getAddress();
        int whole = bits / Byte.SIZE;
        int rest = bits % Byte.SIZE;
        if (address.length != base.length || !Arrays.equals(base, 0, whole, address, 0, whole)) {
            return false;
        }
        return rest == 0 || ((base[whole] ^ address[whole]) & 0xff) >> (Byte.SIZE - rest) == 0;
    }
}
