package id.smartkampung.district.web;

import java.util.List;
import java.util.concurrent.Flow;

/** Keeps the lines of an answer that does not end. */
public final class Lines implements Flow.Subscriber<String> {

    private final List<String> heard;

    public Lines(List<String> heard) {
        this.heard = heard;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String line) {
        heard.add(line);
    }

    @Override
    public void onError(Throwable ended) {
        heard.add("error");
    }

    @Override
    public void onComplete() {
        heard.add("end");
    }
}
