package id.smartkampung.village.dossier;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import id.smartkampung.village.delivery.DeliveryService;
import id.smartkampung.village.letter.number.Letter;
import id.smartkampung.village.letter.number.SignedFiles;
import id.smartkampung.village.profile.VillageProfile;
import id.smartkampung.web.error.RefusedException;
import id.smartkampung.web.table.TableFile;
import id.smartkampung.web.text.Texts;
import id.smartkampung.web.time.Wib;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a dossier as a ZIP: a workbook to read, JSON for programs, and the signed letters and photos themselves. */
@ApplicationScoped
class DossierFile {

    private static final String NAME = "data-pribadi";
    private static final ObjectWriter JSON = new ObjectMapper().writerWithDefaultPrettyPrinter();

    private final SignedFiles letters;
    private final DeliveryService deliveries;
    private final VillageProfile village;
    private final Texts texts;
    private final Clock clock;

    DossierFile(SignedFiles letters, DeliveryService deliveries, VillageProfile village, Texts texts, Clock clock) {
        this.letters = letters;
        this.deliveries = deliveries;
        this.village = village;
        this.texts = texts;
        this.clock = clock;
    }

    void write(Dossier dossier, OutputStream out) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            add(zip, NAME + ".xlsx", workbook(dossier));
            add(zip, NAME + ".json", JSON.writeValueAsBytes(json(dossier)));
            for (Dossier.Paper paper : dossier.letters()) {
                addLetter(zip, paper);
            }
            for (Dossier.Photo photo : dossier.photos()) {
                add(zip, photo.file(), deliveries.photo(photo.delivery()));
            }
        }
    }

    /** One whose file is lost keeps nobody from the others; a note stands in its place. */
    private void addLetter(ZipOutputStream zip, Dossier.Paper paper) throws IOException {
        Letter letter = paper.letter();
        try {
            add(zip, paper.file() + ".pdf", letters.read(letter));
        } catch (RefusedException | UncheckedIOException e) {
            Log.warnf(e, "the file of letter %s is not in the copy for its applicant", letter.id);
            byte[] note = texts.of("dossier.letter-lost", letter.number).getBytes(StandardCharsets.UTF_8);
            add(zip, paper.file() + ".txt", note);
        }
    }

    private static byte[] workbook(Dossier dossier) throws IOException {
        List<TableFile> tables = dossier.sections().stream()
                .map(section -> TableFile.of(section.title(), section.headings(), section.rows()))
                .toList();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        TableFile.writeWorkbook(bytes, tables);
        return bytes.toByteArray();
    }

    private Map<String, Object> json(Dossier dossier) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(texts.of("dossier.village"), village.name());
        json.put(texts.of("dossier.made"), plain(clock.instant()));
        dossier.sections().forEach(section -> json.put(section.title(), lines(section)));
        return json;
    }

    private static List<Map<String, Object>> lines(Section section) {
        List<Map<String, Object>> lines = new ArrayList<>();
        for (List<Object> row : section.rows()) {
            Map<String, Object> line = new LinkedHashMap<>();
            for (int i = 0; i < row.size(); i++) {
                line.put(section.headings().get(i), plain(row.get(i)));
            }
            lines.add(line);
        }
        return lines;
    }

    private static Object plain(Object cell) {
        if (cell instanceof Instant at) {
            return at.atZone(Wib.ZONE).toOffsetDateTime().toString();
        }
        return cell instanceof LocalDate day ? day.toString() : cell;
    }

    private static void add(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
    }
}
