package org.nabla.grading.grader;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.nabla.grading.AnswerSpec;

/**
 * Keys that were read lately, by their specifications: the same exercise is answered again and again. A specification and its
 * key never change, so that nothing here can be out of date. Safe for use by many threads.
 */
final class KeyShelf {
    private final Map<AnswerSpec, AnswerKey.KeyReading> shelf;

    /** @param room for so many keys; of more, those that were not used for longest go */
    KeyShelf(int room) {
        shelf = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<AnswerSpec, AnswerKey.KeyReading> eldest) {
                return size() > room;
            }
        });
    }

    AnswerKey.KeyReading of(AnswerSpec spec) {
        var known = shelf.get(spec);
        if (known != null) {
            return known;
        }
        // Outside the lock: reading takes its time, and two may read the same.
        var reading = AnswerKey.of(spec);
        shelf.put(spec, reading);
        return reading;
    }

    int size() {
        return shelf.size();
    }
}
