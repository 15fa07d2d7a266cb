package id.smartkampung.village.resident;

import id.smartkampung.model.identity.Nik;
import id.smartkampung.model.identity.NoKk;
import id.smartkampung.model.resident.ResidentField;
import id.smartkampung.model.vocabulary.Coded;
import id.smartkampung.village.lookup.ResidentFilter;
import id.smartkampung.village.lookup.ResidentQueries;
import id.smartkampung.village.register.Family;
import id.smartkampung.village.register.Resident;
import id.smartkampung.village.register.ResidentColumns;
import id.smartkampung.village.value.FieldText;
import id.smartkampung.village.value.PhoneNumber;
import id.smartkampung.web.table.TableFile;
import id.smartkampung.web.table.TableLines;
import id.smartkampung.web.text.Texts;
import id.smartkampung.web.time.Wib;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Writes residents into a file, some at a time, so that the largest village fits into a small server. */
@ApplicationScoped
class ResidentExport {

    private static final int CHUNK = 1000;

    private final ResidentQueries residents;
    private final EntityManager entities;
    private final Texts texts;

    ResidentExport(ResidentQueries residents, EntityManager entities, Texts texts) {
        this.residents = residents;
        this.entities = entities;
        this.texts = texts;
    }

    TableFile file(ResidentFilter filter, boolean masked) {
        return new TableFile("penduduk", headers(), lines -> write(filter, masked, lines));
    }

    private void write(ResidentFilter filter, boolean masked, TableLines lines) throws IOException {
        UUID after = null;
        for (List<Resident> chunk = residents.list(filter, null, CHUNK);
                !chunk.isEmpty();
                chunk = residents.list(filter, after, CHUNK)) {
            Map<UUID, Family> families = familiesOf(chunk);
            for (Resident resident : chunk) {
                lines.add(cells(resident, families.get(resident.familyId), masked));
            }
            after = chunk.get(chunk.size() - 1).id;
            entities.clear();
        }
    }

    private List<String> headers() {
        List<String> headers = new ArrayList<>(List.of(texts.of("field.noKk"), texts.of("field.address")));
        ResidentColumns.all().forEach((field, column) -> {
            if (field != ResidentField.FAMILY) {
                headers.add(texts.of("field." + column.property()));
            }
        });
        return headers;
    }

    private static List<String> cells(Resident resident, Family family, boolean masked) {
        List<String> cells = new ArrayList<>();
        cells.add(family == null ? "" : cell(ResidentField.FAMILY, family.noKk, masked));
        cells.add(family == null || family.address == null ? "" : family.address);
        ResidentColumns.all().forEach((field, column) -> {
            if (field != ResidentField.FAMILY) {
                cells.add(cell(field, column.get(resident), masked));
            }
        });
        return cells;
    }

    private static String cell(ResidentField field, Object value, boolean masked) {
        if (value == null) {
            return "";
        }
        if (value instanceof Coded coded) {
            return coded.label();
        }
        if (masked && value instanceof Nik nik) {
            return nik.masked();
        }
        if (masked && value instanceof NoKk noKk) {
            return noKk.masked();
        }
        if (value instanceof LocalDate date) {
            return masked && field == ResidentField.BORN_ON ? Integer.toString(date.getYear()) : Wib.shortDate(date);
        }
        String text = FieldText.of(value);
        return masked && field == ResidentField.PHONE ? PhoneNumber.masked(text) : text;
    }

    private static Map<UUID, Family> familiesOf(List<Resident> chunk) {
        List<UUID> ids = chunk.stream()
                .map(resident -> resident.familyId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Map<UUID, Family> families = new HashMap<>();
        if (!ids.isEmpty()) {
            Family.<Family>list("id in ?1", ids).forEach(family -> families.put(family.id, family));
        }
        return families;
    }
}
