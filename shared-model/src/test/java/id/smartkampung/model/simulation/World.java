package id.smartkampung.model.simulation;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;

/** Time and chance: everything that happens in a run comes from here, so that a seed tells the whole run. */
public final class World {

    private static final int STORY = Integer.getInteger("simulation.story", 60);

    private final Random random;
    private final PriorityQueue<Task> tasks =
            new PriorityQueue<>(Comparator.comparingLong(Task::at).thenComparingLong(Task::order));
    private final Deque<String> story = new ArrayDeque<>();
    private long now;
    private long order;

    private record Task(long at, long order, Runnable work) {}

    public World(long seed) {
        random = new Random(seed);
    }

    public long now() {
        return now;
    }

    public void after(long millis, Runnable work) {
        tasks.add(new Task(now + millis, order++, work));
    }

    /** Remembers what happened, for who looks for the cause of a failure. */
    public void tell(String what) {
        story.add(now + " ms: " + what);
        if (story.size() > STORY) {
            story.remove();
        }
    }

    public String story() {
        return String.join("\n", story);
    }

    /** Does something again and again, not quite regularly. */
    public void every(long millis, Runnable work) {
        after(millis / 2 + random.nextInt((int) millis), () -> {
            work.run();
            every(millis, work);
        });
    }

    /** Lets time pass. */
    public void run(long millis) {
        long end = now + millis;
        while (!tasks.isEmpty() && tasks.peek().at() <= end) {
            Task next = tasks.remove();
            now = next.at();
            next.work().run();
        }
        now = end;
    }

    public boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    public int below(int bound) {
        return random.nextInt(bound);
    }

    public long bits() {
        return random.nextLong();
    }

    public <T> T anyOf(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
