package org.nabla.web.admission;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nabla.line.WaitingLines;

/**
 * Lets so many in at once. The others stand in line, each client in a line of its own, and the clients take turns; so whoever
 * sends a thousand requests delays those of others by one. Where the lines are full, the longest one loses its last.
 */
final class Turnstile {
    private final int places;
    private final int placesOfOne;
    private final int longest;

    // Guarded by this.
    private final WaitingLines<Visit> lines = new WaitingLines<>(Visit::client);
    private final Map<String, Integer> insideOf = new HashMap<>();
    private int inside;
    private long sentAway;

    /**
     * @param places how many are inside at once
     * @param longest how many wait at most, all clients together
     */
    Turnstile(int places, int longest) {
        if (places < 1 || longest < 0) {
            throw new IllegalArgumentException("at least one must be able to come in");
        }
        this.places = places;
        this.placesOfOne = Math.max(1, places - places / 4); // some are left to whoever comes next
        this.longest = longest;
    }

    /** It goes in now or in its turn, or is sent away, which may have happened when this returns. */
    void enter(Visit visit) {
        var calls = new ArrayList<Runnable>(1);
        synchronized (this) {
            lines.add(visit);
            serve(calls);
            if (lines.size() > longest) {
                calls.add(dropOne().isSentAway());
            }
        }
        calls.forEach(Runnable::run);
    }

    /** It is done, or whoever sent it has gone. */
    void leave(Visit visit) {
        var calls = new ArrayList<Runnable>(1);
        synchronized (this) {
            if (visit.state == Visit.State.WAITING) {
                lines.remove(visit);
            } else if (visit.state == Visit.State.INSIDE) {
                inside--;
                insideOf.computeIfPresent(visit.client(), (client, count) -> count == 1 ? null : count - 1);
                serve(calls);
            }
            visit.state = Visit.State.GONE;
        }
        calls.forEach(Runnable::run);
    }

    /** It has waited too long: where it still waits, it is sent away. */
    void giveUp(Visit visit) {
        synchronized (this) {
            if (visit.state != Visit.State.WAITING) {
                return;
            }
            lines.remove(visit);
            visit.state = Visit.State.GONE;
            sentAway++;
        }
        visit.isSentAway().run();
    }

    synchronized boolean isWaiting(Visit visit) {
        return visit.state == Visit.State.WAITING;
    }

    synchronized int inside() {
        return inside;
    }

    synchronized int waiting() {
        return lines.size();
    }

    synchronized long sentAway() {
        return sentAway;
    }

    private void serve(List<Runnable> calls) {
        while (inside < places) {
            var next = lines.next(client -> insideOf.getOrDefault(client, 0) < placesOfOne);
            if (next.isEmpty()) {
                return;
            }
            var visit = next.get();
            inside++;
            insideOf.merge(visit.client(), 1, Integer::sum);
            visit.state = Visit.State.INSIDE;
            calls.add(visit.goes());
        }
    }

    /** The last of the longest line: whoever waits longest has the best claim. */
    private Visit dropOne() {
        var visit = lines.lastOfLongest().orElseThrow();
        lines.remove(visit);
        visit.state = Visit.State.GONE;
        sentAway++;
        return visit;
    }
}
