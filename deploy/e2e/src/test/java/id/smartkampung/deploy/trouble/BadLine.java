package id.smartkampung.deploy.trouble;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A line to a port of this machine, as bad as it is told to be: slow, narrow, losing packets, cut, or with routers that
 * forget who spoke over it. What it carries it leaves as it is.
 */
public final class BadLine implements AutoCloseable {

    private final ServerSocket beginning;
    private final Road there;
    private final Road back;
    private final List<Link> links = new ArrayList<>();
    private int end;
    private boolean up = true;
    private int opened;

    /** @param seed of what is lost */
    public BadLine(Weather weather, long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        this.there = new Road(weather, random.split(), System.nanoTime());
        this.back = new Road(weather, random.split(), System.nanoTime());
        this.beginning = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread door = new Thread(this::letIn, "line");
        door.setDaemon(true);
        door.start();
    }

    /** The port at which it begins. */
    public int port() {
        return beginning.getLocalPort();
    }

    /** Lets it end at a port of this machine; before that nobody gets through. */
    public synchronized void leadTo(int port) {
        end = port;
    }

    public void set(Weather weather) {
        there.set(weather, System.nanoTime());
        back.set(weather, System.nanoTime());
    }

    /** How many connections were let through so far. */
    public synchronized int opened() {
        return opened;
    }

    /** How many packets were lost so far, in both directions. */
    public long lost() {
        return there.lost() + back.lost();
    }

    /**
     * Ends all connections, and lets nobody through until it is mended.
     *
     * @return how many there were
     */
    public synchronized long cut() {
        up = false;
        long open = links.stream().filter(Link::isOpen).count();
        links.forEach(Link::cut);
        links.clear();
        return open;
    }

    public synchronized void mend() {
        up = true;
    }

    /**
     * All connections of now fall silent and stay so, and nobody is told; new ones get through.
     *
     * @return how many there were
     */
    public synchronized long forget() {
        links.forEach(Link::forget);
        return links.stream().filter(Link::isOpen).count();
    }

    @Override
    public void close() throws IOException {
        beginning.close();
        cut();
    }

    private void letIn() {
        while (!beginning.isClosed()) {
            try {
                connect(beginning.accept());
            } catch (IOException e) {
                // Closed, or whoever came has left again.
            }
        }
    }

    private synchronized void connect(Socket near) throws IOException {
        if (!up || end == 0) {
            near.setSoLinger(true, 0);
            near.close();
            return;
        }
        try {
            Socket far = new Socket(InetAddress.getLoopbackAddress(), end);
            far.setTcpNoDelay(true);
            near.setTcpNoDelay(true);
            Link link = new Link(near, far);
            links.add(link);
            opened++;
            link.open(there, back);
        } catch (IOException e) {
            near.close();
            throw e;
        }
    }
}
