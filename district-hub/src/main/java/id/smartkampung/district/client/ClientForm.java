package id.smartkampung.district.client;

import id.smartkampung.district.api.Scopes;
import id.smartkampung.model.wilayah.KodeWilayah;
import id.smartkampung.model.wilayah.Wilayah;
import id.smartkampung.web.error.FieldErrors;
import id.smartkampung.web.text.Texts;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;

/** What an admin types to let a program of another agency call. */
public class ClientForm {

    private static final String CODE = "[a-z0-9][a-z0-9-]{2,39}";
    private static final int MOST_AREAS = 50;
    private static final int MOST_PURPOSES = 20;

    @RestForm
    @DefaultValue("")
    public String clientId = "";

    @RestForm
    @DefaultValue("")
    @NotBlank
    @Size(max = 100)
    public String nama = "";

    @RestForm
    @DefaultValue("")
    @NotBlank
    @Size(max = 100)
    public String kontak = "";

    @RestForm
    public List<String> lingkup = List.of();

    @RestForm
    @DefaultValue("")
    @Size(max = 800)
    public String keperluan = "";

    @RestForm
    @DefaultValue("")
    @Size(max = 800)
    public String wilayah = "";

    @RestForm
    @DefaultValue("600")
    @Min(1)
    @Max(100_000)
    public int batas = 600;

    @RestForm
    @DefaultValue("")
    @Size(max = 20_000)
    public String kunci = "";

    /** What no annotation can say. */
    FieldErrors check(FieldErrors errors, Texts texts) {
        if (!clientId.matches(CODE)) {
            errors.add("clientId", texts.of("client.id-wrong"));
        }
        if (Scopes.ALL.stream().noneMatch(this::has)) {
            errors.add("lingkup", texts.of("client.scopes-missing"));
        }
        if (purposes().size() > MOST_PURPOSES || !purposes().stream().allMatch(code -> code.matches(CODE))) {
            errors.add("keperluan", texts.of("client.purposes-wrong"));
        } else if (has(Scopes.RESIDENTS_NIK) && purposes().isEmpty()) {
            errors.add("keperluan", texts.of("client.purposes-missing"));
        }
        if (areas().size() > MOST_AREAS || !areas().stream().allMatch(ClientForm::isOfTheRegency)) {
            errors.add("wilayah", texts.of("client.areas-wrong"));
        }
        if (!kunci.isBlank() && PublicKeys.toJwks(kunci).isEmpty()) {
            errors.add("kunci", texts.of("client.keys-wrong"));
        }
        return errors;
    }

    public boolean has(String scope) {
        return lingkup != null && lingkup.contains(scope);
    }

    Client toClient(Instant createdAt) {
        return new Client(
                clientId,
                nama.strip(),
                kontak.strip(),
                Scopes.ALL.stream().filter(this::has).toList(),
                purposes(),
                areas(),
                batas,
                kunci.isBlank() ? null : PublicKeys.toJwks(kunci).orElseThrow(),
                createdAt,
                null);
    }

    private List<String> purposes() {
        return words(keperluan);
    }

    private List<String> areas() {
        return words(wilayah);
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split("[\\s,;]+"))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }

    private static boolean isOfTheRegency(String word) {
        try {
            KodeWilayah kode = new KodeWilayah(word);
            return switch (kode.level()) {
                case PROVINSI -> false;
                case KABUPATEN ->
                    Wilayah.kecamatan().stream()
                            .anyMatch(kecamatan -> kecamatan.kode().kabupaten().equals(kode));
                case KECAMATAN, DESA -> Wilayah.find(kode).isPresent();
            };
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
