package id.smartkampung.deploy.launcher;

import id.smartkampung.deploy.servers.OwnFiles;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * How a second command talks to the launcher that runs: over a port of this machine whose number and token are in a
 * file that only their owner may read.
 */
final class Control implements AutoCloseable {

    /** A connection that says nothing must not keep the next one waiting for ever. */
    private static final int READ_MILLIS = 5_000;

    private static final int LONGEST_LINE = 500;

    private final Path file;
    private final ServerSocket socket;
    private final String token;

    private Control(Path file, ServerSocket socket, String token) {
        this.file = file;
        this.socket = socket;
        this.token = token;
    }

    /** @param commands gets the line of a command, and where to answer */
    static Control listen(Path file, BiConsumer<String, Consumer<String>> commands) {
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        try {
            ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
            Control control = new Control(file, socket, HexFormat.of().formatHex(random));
            OwnFiles.write(file, socket.getLocalPort() + " " + control.token + "\n");
            Thread listener = new Thread(() -> control.serve(commands), "control");
            listener.setDaemon(true);
            listener.start();
            return control;
        } catch (IOException e) {
            throw new UncheckedIOException("commands cannot be received: " + file, e);
        }
    }

    /** Sends a command and hands on the lines of the answer; false if nobody listens. */
    static boolean send(Path file, String command, Consumer<String> answer) {
        String[] words;
        try {
            words = Files.readString(file).strip().split(" ", -1);
        } catch (IOException e) {
            return false;
        }
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(words[0]));
                PrintWriter out = writer(socket);
                BufferedReader in = reader(socket)) {
            out.println(words[1] + " " + command);
            in.lines().forEach(answer);
            return true;
        } catch (IOException | UncheckedIOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("commands are still received: " + file, e);
        }
    }

    private void serve(BiConsumer<String, Consumer<String>> commands) {
        while (!socket.isClosed()) {
            try (Socket connection = socket.accept();
                    BufferedReader in = reader(connection);
                    PrintWriter out = writer(connection)) {
                connection.setSoTimeout(READ_MILLIS);
                String line = in.readLine();
                if (line != null && line.length() <= LONGEST_LINE && isAllowed(line)) {
                    commands.accept(line.substring(token.length() + 1), out::println);
                }
            } catch (SocketTimeoutException e) {
                // Said nothing: the next, please.
            } catch (IOException e) {
                // The socket was closed, or the other end went away.
            }
        }
    }

    private boolean isAllowed(String line) {
        return line.length() > token.length()
                && MessageDigest.isEqual(
                        line.substring(0, token.length()).getBytes(StandardCharsets.UTF_8),
                        token.getBytes(StandardCharsets.UTF_8));
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    private static PrintWriter writer(Socket socket) throws IOException {
        return new PrintWriter(new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.UTF_8), true);
    }
}
