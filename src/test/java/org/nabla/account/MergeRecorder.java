package org.nabla.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes part in each sign-in, and remembers it. */
@ApplicationScoped
public class MergeRecorder implements GuestMerge {

    public record Merge(UserId guest, UserId into) {}

    private final List<Merge> merges = new CopyOnWriteArrayList<>();

    @Override
    public void merge(UserId guest, UserId into) {
        merges.add(new Merge(guest, into));
    }

    public List<Merge> merges() {
        return merges;
    }
}
