package id.smartkampung.district.request;

import id.smartkampung.district.village.VisibleArea;
import id.smartkampung.model.request.Channel;
import id.smartkampung.model.request.RequestState;
import java.time.Instant;
import java.util.List;

/**
 * Which requests are wanted; null where it does not matter.
 *
 * @param area what the account may see, or a part of it
 */
public record RequestFilter(
        VisibleArea area,
        String node,
        List<RequestState> states,
        String kind,
        Channel channel,
        Instant submittedFrom,
        Instant submittedBefore) {

    String[] stateNames() {
        return states == null ? null : states.stream().map(Enum::name).toArray(String[]::new);
    }

    String channelName() {
        return channel == null ? null : channel.name();
    }
}
