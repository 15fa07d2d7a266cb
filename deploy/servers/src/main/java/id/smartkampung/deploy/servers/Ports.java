package id.smartkampung.deploy.servers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** Ports of this machine: which are free, which are taken, which answer. */
public final class Ports {

    private static final int CONNECT_MILLIS = 500;
    private static final int LOWEST = 20_000;
    private static final int BEYOND_HIGHEST = 32_768;
    private static final int ATTEMPTS = 1_000;
    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private Ports() {}

    /**
     * A port that nobody listens on at this moment, and that this program was not given before. It lies below those
     * from which the system takes the near end of a connection (from 32768 on Linux, from 49152 elsewhere, RFC 6335):
     * one of those may be gone before who asked for it listens on it.
     */
    public static int free() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, BEYOND_HIGHEST);
            if (!isTaken(port) && GIVEN.add(port)) {
                return port;
            }
        }
        throw new ServerException("this machine has no free port from " + LOWEST + " to " + (BEYOND_HIGHEST - 1));
    }

    /** Asked by binding, so that a port held on another address of this machine counts as taken too. */
    public static boolean isTaken(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(port));
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    public static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
