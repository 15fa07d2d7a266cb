package id.smartkampung.district.dashboard;

import id.smartkampung.district.status.VillageStatus;
import id.smartkampung.district.status.VisibleVillages;
import id.smartkampung.district.village.VisibleArea;
import id.smartkampung.district.webhook.WebhookNotices;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.wilayah.Wilayah;
import id.smartkampung.web.account.CurrentAccount;
import id.smartkampung.web.account.Roles;
import id.smartkampung.web.layout.MenuItem;
import id.smartkampung.web.layout.Program;
import id.smartkampung.web.text.Choice;
import id.smartkampung.web.text.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/** The program of the regency, as its pages introduce it. */
@ApplicationScoped
class HubProgram implements Program {

    private final VisibleVillages villages;
    private final CurrentAccount account;
    private final Texts texts;
    private final WebhookNotices webhooks;

    HubProgram(VisibleVillages villages, CurrentAccount account, Texts texts, WebhookNotices webhooks) {
        this.villages = villages;
        this.account = account;
        this.webhooks = webhooks;
        this.texts = texts;
    }

    @Override
    public String name() {
        return texts.of("program.name");
    }

    @Override
    public String subtitle() {
        return texts.of("program.subtitle");
    }

    @Override
    public String bodyClass() {
        return "kabupaten";
    }

    @Override
    public List<String> roles() {
        return Roles.DISTRICT;
    }

    @Override
    public List<MenuItem> menu() {
        List<VillageStatus> visible = villages.of(VisibleArea.of(account));
        long urgent = visible.stream().filter(VillageStatus::isUrgent).count();
        long parked = visible.stream().mapToLong(VillageStatus::parked).sum();
        long stopped = account.is(Roles.ADMIN) ? webhooks.stopped() : 0;
        return List.of(
                MenuItem.of(texts.of("menu.dashboard"), "/", "home"),
                MenuItem.of(texts.of("menu.statistics"), "/statistik", "table"),
                MenuItem.of(texts.of("menu.villages"), "/desa", "shop").counting(urgent),
                MenuItem.of(texts.of("menu.requests"), "/permohonan", "document"),
                MenuItem.of(texts.of("menu.mall"), "/mpp", "print", Roles.MPP, Roles.ADMIN),
                MenuItem.of(
                        texts.of("menu.residents"),
                        "/penduduk",
                        "people",
                        Roles.DUKCAPIL,
                        Roles.INSPEKTORAT,
                        Roles.ADMIN),
                MenuItem.of(
                                texts.of("menu.parked"),
                                "/tertahan",
                                "pause",
                                Roles.DUKCAPIL,
                                Roles.DISPERMADES,
                                Roles.INSPEKTORAT,
                                Roles.ADMIN)
                        .counting(parked),
                MenuItem.of(texts.of("menu.signers"), "/penanda-tangan", "pencil", Roles.DISPERMADES, Roles.ADMIN),
                MenuItem.of(texts.of("menu.enrolment"), "/sambungan", "key", Roles.ADMIN),
                MenuItem.of(texts.of("menu.clients"), "/klien", "shield", Roles.ADMIN)
                        .counting(stopped));
    }

    /** All kecamatan; those with a village first, so that the camat of the demonstration has something to see. */
    @Override
    public List<Choice> areas() {
        List<String> joined = villages.of(VisibleArea.REGENCY).stream()
                .map(VillageStatus::node)
                .map(NodeId::value)
                .toList();
        return Stream.concat(
                        Wilayah.kecamatan().stream().filter(place -> has(joined, place)),
                        Wilayah.kecamatan().stream().filter(place -> !has(joined, place)))
                .map(place -> new Choice(place.kode().value(), place.name()))
                .toList();
    }

    private static boolean has(List<String> nodes, Wilayah.Area kecamatan) {
        return nodes.stream().anyMatch(node -> node.startsWith(kecamatan.kode().value() + "."));
    }
}
