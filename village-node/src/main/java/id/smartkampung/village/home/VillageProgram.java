package id.smartkampung.village.home;

import id.smartkampung.model.request.RequestState;
import id.smartkampung.village.delivery.Deliveries;
import id.smartkampung.village.lookup.ResidentQueries;
import id.smartkampung.village.profile.VillageProfile;
import id.smartkampung.village.request.RequestQueries;
import id.smartkampung.web.account.CurrentAccount;
import id.smartkampung.web.account.Roles;
import id.smartkampung.web.layout.Feature;
import id.smartkampung.web.layout.MenuItem;
import id.smartkampung.web.layout.Program;
import id.smartkampung.web.text.Choice;
import id.smartkampung.web.text.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What the shared pages say of this village: its name, its colours and its navigation. */
@ApplicationScoped
class VillageProgram implements Program {

    private final VillageProfile village;
    private final RequestQueries requests;
    private final Deliveries deliveries;
    private final ResidentQueries residents;
    private final CurrentAccount account;
    private final Texts texts;

    VillageProgram(
            VillageProfile village,
            RequestQueries requests,
            Deliveries deliveries,
            ResidentQueries residents,
            CurrentAccount account,
            Texts texts) {
        this.village = village;
        this.requests = requests;
        this.deliveries = deliveries;
        this.residents = residents;
        this.account = account;
        this.texts = texts;
    }

    @Override
    public String name() {
        return texts.of(village.kelurahan() ? "village.kelurahan" : "village.desa", village.name());
    }

    @Override
    public String subtitle() {
        return texts.of("village.kecamatan", village.kecamatan());
    }

    @Override
    public String bodyClass() {
        return "desa";
    }

    @Override
    public List<String> roles() {
        return Roles.VILLAGE;
    }

    @Override
    public List<MenuItem> menu() {
        return List.of(
                item("menu.home", "/", "home"),
                item("menu.requests", "/permohonan", "document").counting(waiting()),
                item("menu.signing", "/tanda-tangan", "pencil", Roles.SEKDES, Roles.KADES)
                        .counting(requests.count(Set.of(RequestState.AWAITING_SIGNATURE))),
                item("menu.deliveries", "/antar", "leave", Roles.OPERATOR, Roles.SEKDES, Roles.ADMIN)
                        .counting(deliveries.ofMine()),
                item("menu.letters", "/surat", "forward"),
                item("menu.residents", "/penduduk", "people"),
                item("menu.families", "/keluarga", "card"),
                item("menu.mutations", "/peristiwa", "baby"),
                item("menu.books", "/buku", "table"),
                item("menu.import", "/impor", "upload", Roles.OPERATOR, Roles.SEKDES, Roles.ADMIN)
                        .neededSeldom(),
                item("menu.letter-types", "/jenis-surat", "document", Roles.SEKDES, Roles.ADMIN)
                        .neededSeldom(),
                item("menu.office", "/kantor", "shop", Roles.SEKDES, Roles.ADMIN)
                        .neededSeldom(),
                item("menu.sync", "/sinkronisasi", "refresh").neededSeldom(),
                item("menu.enrolment", "/sambungkan", "key", Roles.ADMIN).neededSeldom());
    }

    @Override
    public List<Feature> features() {
        return List.of(
                feature("register", false, "/penduduk", "/keluarga"),
                feature("mutations", false, "/peristiwa", "/surat/*/peristiwa"),
                feature("books", false, "/buku"),
                feature("requests", false, "/permohonan", "/antar"),
                feature("letters", false, "/surat", "/tanda-tangan", "/kunci-tanda-tangan"),
                feature("import", true, "/impor"),
                feature("office", true, "/kantor", "/kalender", "/jenis-surat"),
                feature("line", true, "/sinkronisasi", "/sambungkan", "/cadangan", "/percabangan"));
    }

    private Feature feature(String code, boolean whole, String... paths) {
        return new Feature(code, texts.of("feature." + code), List.of(paths), whole);
    }

    /** What is empty in a line means all of them: without its dusun an RW would be that of every dusun. */
    @Override
    public List<Choice> reaches() {
        List<ResidentQueries.Place> places = residents.places();
        boolean dusun = places.stream().anyMatch(place -> !place.dusun().isEmpty());
        return places.stream()
                .filter(place -> isWritable(place) && (!dusun || !place.dusun().isEmpty()))
                .flatMap(place -> Stream.of(
                        reach(place.dusun(), "", ""),
                        reach(place.dusun(), place.rw(), ""),
                        reach(place.dusun(), place.rw(), place.rw().isEmpty() ? "" : place.rt())))
                .filter(choice -> choice.value().length() > 2)
                .distinct()
                .toList();
    }

    /** A bound is written as a line, with bars between its parts. */
    private static boolean isWritable(ResidentQueries.Place place) {
        return Stream.of(place.dusun(), place.rw(), place.rt())
                .flatMapToInt(String::chars)
                .noneMatch(c -> c == '|' || c == '\n' || c == '\r');
    }

    private static Choice reach(String dusun, String rw, String rt) {
        String label = dusun + (rw.isEmpty() ? "" : " RW " + rw) + (rt.isEmpty() ? "" : " RT " + rt);
        return new Choice(dusun + "|" + rw + "|" + rt, label.strip());
    }

    @Override
    public boolean training() {
        return village.training();
    }

    /** What waits for those who handle requests; the kepala desa only signs. */
    private long waiting() {
        if (account.is(Roles.KADES)) {
            return 0;
        }
        return requests.count(Set.of(RequestState.SUBMITTED, RequestState.IN_REVIEW));
    }

    private MenuItem item(String label, String href, String icon, String... roles) {
        return MenuItem.of(texts.of(label), href, icon, roles);
    }
}
