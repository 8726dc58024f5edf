package org.nabla.packaged;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.nabla.Browsing;
import org.nabla.Received;

/** A learner who answers and looks at a page by turns without a rest, and sends what was refused again until it is taken. */
final class Persistent {
    /** No page waits for more than ten seconds; one is for the machine. */
    static final Duration LONGEST = Duration.ofSeconds(11);

    private static final String EXERCISE = "/practice/first-partial-derivative/3";

    /** What became of one request, and when. */
    record Seen(long at, Duration waited, Received page) {

        boolean served() {
            return page.statusCode() < 400;
        }
    }

    private final Browsing browsing;
    private final List<Seen> seen = new ArrayList<>();
    private final CompletableFuture<Void> life;
    private int taken;
    private boolean stopped;

    Persistent(URI site) {
        browsing = Browsing.at(site);
        browsing.signUp("Ada", Browsing.newLogin(), "correct horse battery");
        life = CompletableFuture.runAsync(this::live, task -> new Thread(task, browsing.login()).start());
    }

    private void live() {
        while (!isStopped()) {
            var form = UUID.randomUUID().toString();
            while (!ask(() -> browsing.post(EXERCISE, "submission", form, "answer-a", "x + 1"))
                    .served()) {
                ask(() -> browsing.get("/progress"));
            }
            wasTaken();
            ask(() -> browsing.get("/progress"));
        }
    }

    private Seen ask(Supplier<Received> request) {
        var begun = System.nanoTime();
        var page = request.get();
        var now = System.nanoTime();
        var one = new Seen(now, Duration.ofNanos(now - begun), page);
        synchronized (this) {
            seen.add(one);
            notifyAll();
        }
        return one;
    }

    private synchronized void wasTaken() {
        taken++;
    }

    private synchronized boolean isStopped() {
        return stopped;
    }

    String login() {
        return browsing.login();
    }

    /** How many answers the site has said that it keeps. */
    synchronized int taken() {
        return taken;
    }

    synchronized List<Seen> seen() {
        return List.copyOf(seen);
    }

    /** Returns when so many more requests of each were served, or refused. */
    static void awaitEach(List<Persistent> people, int count, boolean served) throws InterruptedException {
        var before = people.stream().map(one -> one.count(served)).toList();
        for (var i = 0; i < before.size(); i++) {
            people.get(i).await(before.get(i) + count, served);
        }
    }

    private synchronized void await(long count, boolean served) throws InterruptedException {
        while (count(served) < count) {
            if (life.isDone()) {
                life.join();
                throw new IllegalStateException("has stopped");
            }
            wait(1_000);
        }
    }

    private synchronized long count(boolean served) {
        return seen.stream().filter(one -> one.served() == served).count();
    }

    /** Ends with an answer that was taken. */
    void stop() {
        synchronized (this) {
            stopped = true;
        }
        life.join();
    }
}
