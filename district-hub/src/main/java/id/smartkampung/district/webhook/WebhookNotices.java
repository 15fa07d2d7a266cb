package id.smartkampung.district.webhook;

import jakarta.enterprise.context.ApplicationScoped;

/** Tells pages that there is something to look at. */
@ApplicationScoped
public class WebhookNotices {

    private final WebhookTable webhooks;

    WebhookNotices(WebhookTable webhooks) {
        this.webhooks = webhooks;
    }

    /** How many addresses are called no more for what their receivers did. */
    public long stopped() {
        return webhooks.stopped();
    }
}
