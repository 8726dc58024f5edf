package org.nabla.query;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nabla.database.glance.Glance;

/**
 * What the page that answers a form will ask the database. It is read on ways that are taken anyway, in a look before something is
 * written and with the writing, so that the page takes none of its own. Of one request and its thread.
 */
public final class Foreseen {
    private final Set<Select<?>> asked = new LinkedHashSet<>();
    private final Map<Select<?>, List<?>> read = new LinkedHashMap<>();

    /** Takes from the look that goes on what it has read of these, where nothing changes it until the page is written. */
    public void take(Collection<? extends Select<?>> lasting) {
        for (var select : lasting) {
            Glance.known(select).ifPresent(rows -> read.put(select, (List<?>) rows));
        }
    }

    /** Has these read with the next writing, unless they were read before. */
    public void ask(Collection<? extends Select<?>> selects) {
        asked.addAll(selects);
    }

    /** What is to be read with the writing. */
    List<Select<?>> open() {
        return asked.stream().filter(select -> !read.containsKey(select)).toList();
    }

    /** Keeps the rows of one: as they were read, or as whoever has just written them knows them. */
    public <R extends Record> void put(Select<R> select, List<R> rows) {
        read.put(select, rows);
    }

    /** Tells the look that goes on what was read. */
    public void tell() {
        read.forEach(Glance::keep);
    }
}
