package id.smartkampung.district.dashboard;

import id.smartkampung.district.live.ChangeListener;
import id.smartkampung.district.live.LiveConfig;
import id.smartkampung.district.status.VillageStatus;
import id.smartkampung.district.status.VisibleVillages;
import id.smartkampung.district.village.VisibleArea;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.web.account.CurrentAccount;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Tells open pages which villages changed ({@code perubahan}) and that the stream is alive ({@code detak}). */
@Path("/langsung")
public class LivePage {

    private static final long RECONNECT_MILLIS = 3000;

    private final ChangeListener listener;
    private final VisibleVillages villages;
    private final CurrentAccount account;
    private final LiveConfig config;

    LivePage(ChangeListener listener, VisibleVillages villages, CurrentAccount account, LiveConfig config) {
        this.listener = listener;
        this.villages = villages;
        this.account = account;
        this.config = config;
    }

    @GET
    @Authenticated
    @Blocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Multi<OutboundSseEvent> changes(Sse sse) {
        Predicate<String> visible = visibleTo(VisibleArea.of(account));
        Multi<OutboundSseEvent> told = listener.changes()
                .map(nodes -> nodes.stream().filter(visible).toList())
                .filter(nodes -> !nodes.isEmpty())
                .map(nodes -> event(sse, "perubahan", String.join(" ", nodes)));
        Multi<OutboundSseEvent> beats = Multi.createFrom()
                .ticks()
                .every(config.beatEvery())
                .onOverflow()
                .drop()
                .map(beat -> event(sse, "detak", listener.isListening() ? "langsung" : "putus"));
        return Multi.createBy()
                .merging()
                .streams(Multi.createFrom().item(event(sse, "detak", "langsung")), told, beats)
                .select()
                .first(config.endAfter());
    }

    /** Who sees one kecamatan does not even hear that others work; villages that join later are heard after a reconnect. */
    private Predicate<String> visibleTo(VisibleArea area) {
        if (area.isWhole()) {
            return node -> true;
        }
        Set<String> nodes = villages.of(area).stream()
                .map(VillageStatus::node)
                .map(NodeId::value)
                .collect(Collectors.toSet());
        nodes.add(ChangeListener.EVERYTHING);
        return nodes::contains;
    }

    private static OutboundSseEvent event(Sse sse, String name, String data) {
        return sse.newEventBuilder()
                .name(name)
                .data(data)
                .reconnectDelay(RECONNECT_MILLIS)
                .build();
    }
}
