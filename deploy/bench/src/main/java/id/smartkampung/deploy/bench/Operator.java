package id.smartkampung.deploy.bench;

import id.smartkampung.deploy.regency.Clerk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsoup.nodes.FormElement;

/** An operator at the counter of a village who enters residents one after the other. */
final class Operator {

    private static final AtomicInteger SERIALS = new AtomicInteger();

    private final Clerk clerk;
    private final FormElement form;

    Operator(Clerk clerk) throws IOException {
        this.clerk = clerk;
        this.form = clerk.open("/penduduk/baru").form("/penduduk");
    }

    void register() {
        try {
            int serial = SERIALS.incrementAndGet();
            Clerk.Page answer = clerk.submit(
                    form,
                    Map.of(
                            "nik",
                            "351099" + String.format("%010d", serial),
                            "fullName",
                            "Uji Kecepatan " + serial,
                            "sex",
                            Integer.toString(1 + serial % 2),
                            "bornOn",
                            "1990-05-11",
                            "dusun",
                            "KRAJAN"));
            if (answer.status() >= 400) {
                throw new IOException("resident " + serial + " was refused: " + answer.status());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
