package id.smartkampung.deploy.trouble;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/** One connection over a line: what comes in at either end goes out at the other when its time has come. */
final class Link {

    private static final int PACKET = 1_400;

    /** What routers on the way hold; who sends more waits. */
    private static final int UNDER_WAY = 64;

    private static final byte[] END = {};

    private final Socket near;
    private final Socket far;
    private final AtomicBoolean forgotten = new AtomicBoolean();

    Link(Socket near, Socket far) {
        this.near = near;
        this.far = far;
    }

    /** Something on its way; an empty one is the end of what is sent. */
    private static final class Packet {

        private final byte[] bytes;
        private final long arrivesAt;

        Packet(byte[] bytes, long arrivesAt) {
            this.bytes = bytes;
            this.arrivesAt = arrivesAt;
        }
    }

    void open(Road there, Road back) {
        carry(near, far, there);
        carry(far, near, back);
    }

    /** As a router that no longer knows the connection: nothing arrives any more, and nobody is told. */
    void forget() {
        forgotten.set(true);
    }

    boolean isOpen() {
        return !near.isClosed();
    }

    /** Both ends are told at once that it is over. */
    void cut() {
        for (Socket end : new Socket[] {near, far}) {
            try {
                end.setSoLinger(true, 0);
            } catch (IOException e) {
                // Closed already.
            }
            close(end);
        }
    }

    private void carry(Socket from, Socket to, Road road) {
        BlockingQueue<Packet> underWay = new ArrayBlockingQueue<>(UNDER_WAY);
        run("line-in", () -> take(from, road, underWay));
        run("line-out", () -> give(to, underWay));
    }

    private static void take(Socket from, Road road, BlockingQueue<Packet> underWay) throws InterruptedException {
        byte[] buffer = new byte[PACKET];
        long last = System.nanoTime();
        try {
            InputStream in = from.getInputStream();
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                // TCP hands over in order: who was not lost waits behind who was.
                last = Math.max(last, road.arrival(length, System.nanoTime()));
                underWay.put(new Packet(Arrays.copyOf(buffer, length), last));
            }
        } catch (IOException e) {
            // Whoever spoke is gone: an end like any other.
        }
        underWay.put(new Packet(END, last));
    }

    private void give(Socket to, BlockingQueue<Packet> underWay) throws InterruptedException {
        try {
            OutputStream out = to.getOutputStream();
            for (Packet packet = underWay.take(); packet.bytes.length > 0; packet = underWay.take()) {
                awaitUntil(packet.arrivesAt);
                if (!forgotten.get()) {
                    out.write(packet.bytes);
                }
            }
            if (!forgotten.get()) {
                close(to);
            }
        } catch (IOException e) {
            cut();
        }
    }

    private static void awaitUntil(long moment) {
        for (long rest = moment - System.nanoTime(); rest > 0; rest = moment - System.nanoTime()) {
            LockSupport.parkNanos(rest);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is of no use any more either way.
        }
    }

    /** What a thread of a connection does. */
    private interface Work {

        void run() throws InterruptedException;
    }

    private static void run(String name, Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
    }
}
