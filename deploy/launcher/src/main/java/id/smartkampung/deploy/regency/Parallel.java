package id.smartkampung.deploy.regency;

import id.smartkampung.deploy.servers.ServerException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** Steps that do not wait for each other. */
final class Parallel {

    private Parallel() {}

    /** As many at once as the machine has processors; the first failure is told when all have come to an end. */
    static void run(Stream<Runnable> tasks) {
        ExecutorService workers =
                Executors.newFixedThreadPool(Math.max(2, Runtime.getRuntime().availableProcessors()));
        try {
            List<CompletableFuture<Void>> all =
                    tasks.map(task -> CompletableFuture.runAsync(task, workers)).toList();
            CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof ServerException known ? known : new ServerException("not started", e);
        } finally {
            workers.shutdown();
        }
    }
}
