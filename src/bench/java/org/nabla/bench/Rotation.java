package org.nabla.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/** Gives the members one after the other, for ever, in an order that is mixed and the same in every run. */
final class Rotation<T> {
    private final List<T> members;
    private final AtomicInteger next = new AtomicInteger();

    Rotation(List<T> members) {
        this.members = new ArrayList<>(members);
        Collections.shuffle(this.members, new Random(1));
    }

    T next() {
        return members.get(Math.floorMod(next.getAndIncrement(), members.size()));
    }

    int size() {
        return members.size();
    }
}
