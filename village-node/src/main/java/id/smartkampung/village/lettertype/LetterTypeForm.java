package id.smartkampung.village.lettertype;

import id.smartkampung.model.letter.LetterGroup;
import id.smartkampung.model.letter.LetterKind;
import id.smartkampung.model.letter.LetterType;
import id.smartkampung.model.letter.LetterTypeRules;
import id.smartkampung.model.request.Channel;
import id.smartkampung.web.error.FieldErrors;
import id.smartkampung.web.text.PlainText;
import id.smartkampung.web.text.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;

/** What stands in the form of a letter type; lists are texts with one entry a line. */
public class LetterTypeForm {

    private static final int LONGEST_NUMBER = 5;
    private static final int LONGEST_TEXT = 8000;

    @RestForm
    public int versi;

    @RestForm
    public String kode;

    @RestForm
    public String nama;

    @RestForm
    public String judul;

    @RestForm
    public String golongan;

    @RestForm
    public String tujuan;

    @RestForm
    public String sebutan;

    @RestForm
    public String klasifikasi;

    @RestForm
    public String klasifikasiLama;

    @RestForm
    public String berlaku;

    @RestForm
    public String target;

    @RestForm
    public String biaya;

    @RestForm
    public List<String> saluran;

    @RestForm
    public String tatapMuka;

    @RestForm
    public String rahasia;

    @RestForm
    public String syarat;

    @RestForm
    public String isi;

    @RestForm
    public String fakta;

    @RestForm
    public String bersama;

    @RestForm
    public String lanjutan;

    @RestForm
    public String efek;

    @RestForm
    public String catatan;

    @RestForm
    public String aktif;

    /** The tables of the form, a row an element of each list. */
    LetterTypeRows rows = new LetterTypeRows();

    static LetterTypeForm of(LetterType type, int version) {
        LetterTypeForm form = new LetterTypeForm();
        form.versi = version;
        form.kode = type.kind().code();
        form.nama = type.name();
        form.judul = type.heading();
        form.golongan = type.group().name();
        form.tujuan = type.purpose();
        form.sebutan = String.join(", ", type.words());
        form.klasifikasi = type.classification();
        form.klasifikasiLama = type.formerClassification();
        form.berlaku = String.valueOf(type.validDays());
        form.target = String.valueOf(type.targetMinutes());
        form.biaya = String.valueOf(type.fee());
        form.saluran = type.channels().stream().map(Enum::name).toList();
        form.tatapMuka = type.faceToFace() ? "ya" : null;
        form.rahasia = type.confidential() ? "ya" : null;
        form.syarat = String.join("\n", type.requirements());
        form.isi = String.join("\n", type.body());
        form.fakta = String.join(", ", type.facts());
        form.bersama = String.join(
                ", ", type.alongside().stream().map(LetterKind::code).toList());
        form.lanjutan = type.forwardTo();
        form.efek = type.effect();
        form.catatan = type.note();
        form.aktif = type.active() ? "ya" : null;
        form.rows = LetterTypeRows.of(type);
        return form;
    }

    public LetterTypeRows rows() {
        return rows;
    }

    public boolean takes(String channel) {
        return saluran != null && saluran.contains(channel);
    }

    /** The type as it was typed, if all of it is right; what is wrong is told in the errors, by the name of the field. */
    Optional<LetterType> toType(FieldErrors errors, Texts texts, Predicate<LetterKind> known) {
        Optional<LetterKind> kind = kind(kode);
        if (kind.isEmpty()) {
            errors.add("kode", texts.of("lettertype.problem.kind"));
        }
        Optional<LetterGroup> group = Arrays.stream(LetterGroup.values())
                .filter(one -> one.name().equals(golongan))
                .findFirst();
        if (group.isEmpty()) {
            errors.add("golongan", texts.of("form.required"));
        }
        Stream.of(syarat, isi, catatan, tujuan)
                .filter(text -> text != null && text.length() > LONGEST_TEXT)
                .findFirst()
                .ifPresent(text -> errors.add("isi", texts.of("form.too-long", LONGEST_TEXT)));
        List<LetterKind> together = words(bersama).stream()
                .flatMap(code -> kind(code).filter(known).stream())
                .toList();
        if (together.size() < words(bersama).size()) {
            errors.add("bersama", texts.of("lettertype.problem.alongside"));
        }
        LetterType type = new LetterType(
                kind.orElseGet(() -> new LetterKind("X")),
                plain(nama),
                plain(judul).toUpperCase(Locale.ROOT),
                group.orElse(LetterGroup.STATEMENT),
                plain(tujuan),
                words(sebutan),
                rows.fields(errors, texts),
                lines(syarat),
                lines(isi),
                rows.signers(errors, texts),
                plain(klasifikasi),
                plain(klasifikasiLama),
                number("berlaku", berlaku, errors, texts),
                number("target", target, errors, texts),
                number("biaya", biaya, errors, texts),
                LetterTypeRows.channels(saluran),
                tatapMuka != null,
                rahasia != null,
                rows.checks(errors, texts),
                words(fakta),
                together,
                plain(lanjutan),
                plain(efek),
                plain(catatan),
                aktif != null);
        for (LetterTypeRules.Problem problem : LetterTypeRules.check(type)) {
            errors.add(fieldOf(problem.place()), texts.of("lettertype.problem." + problem.code(), problem.word()));
        }
        return errors.isEmpty() ? Optional.of(type) : Optional.empty();
    }

    private static String fieldOf(LetterTypeRules.Place place) {
        return switch (place) {
            case NAME -> "nama";
            case HEADING -> "judul";
            case CLASSIFICATION -> "klasifikasi";
            case FORMER_CLASSIFICATION -> "klasifikasiLama";
            case CHANNELS -> "saluran";
            case FIELDS -> "isian";
            case CHECKS -> "periksa";
            case SIGNERS -> "ttd";
            case BODY -> "isi";
            case FACTS -> "fakta";
            case ALONGSIDE -> "bersama";
        };
    }

    static Optional<LetterKind> kind(String code) {
        try {
            return Optional.of(new LetterKind(plain(code)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static int number(String name, String typed, FieldErrors errors, Texts texts) {
        String digits = plain(typed);
        if (digits.matches("\\d{1," + LONGEST_NUMBER + "}")) {
            return Integer.parseInt(digits);
        }
        errors.add(name, texts.of("lettertype.problem.number"));
        return 0;
    }

    static String plain(String typed) {
        return PlainText.lines(typed);
    }

    static List<String> words(String typed) {
        return Arrays.stream(plain(typed).split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static List<String> lines(String typed) {
        return plain(typed)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** The channels in their usual order. */
    public static List<String> allChannels() {
        return Arrays.stream(Channel.values()).map(Enum::name).toList();
    }
}
