package id.smartkampung.deploy.trouble;

import java.time.Duration;

/**
 * What a line does to what goes over it.
 *
 * @param delay of each packet, one way
 * @param bytesPerSecond what passes in each direction, all connections together
 * @param loss share of the packets that are lost and come a retransmission later, with all behind them
 */
public record Weather(Duration delay, int bytesPerSecond, double loss) {

    /** As if there were no line between. */
    public static final Weather FAIR = new Weather(Duration.ZERO, 100_000_000, 0);

    /** Of a village behind a hill: 800 ms there and back, 64 kbit/s, every tenth packet lost. */
    public static final Weather FOUL = new Weather(Duration.ofMillis(400), 8_000, 0.1);

    /** TCP waits a round trip and a little more before it sends a packet again. */
    Duration retransmission() {
        return delay.multipliedBy(2).plusMillis(200);
    }
}
