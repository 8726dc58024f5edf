package org.nabla.backup;

import java.util.List;
import java.util.Map;

/**
 * What a backup says of itself before its rows.
 *
 * @param format of the file; this code reads and writes {@link #FORMAT}
 * @param schema the newest migration in it, such as {@code 171}
 * @param at the moment of which it is, in seconds since 1970
 * @param tables with their columns, each after those to which its foreign keys lead
 * @param partitions that the tables had
 */
record About(int format, String schema, long at, List<Table> tables, List<Partition> partitions) {
    static final int FORMAT = 1;
    static final String ENTRY = "about.json";
    static final String SUMS = "sums.json";
    static final String TABLES = "tables/";

    record Table(String name, List<String> columns) {}

    /** @param bound as the database writes it: {@code FOR VALUES FROM ('2026-11-01 00:00:00+00') TO (…)} */
    record Partition(String name, String parent, String bound) {}

    /** What stood in a table. @param sha256 of its rows as they are in the file */
    record Sum(long rows, String sha256) {}

    /** What comes after all rows: without it the file is cut short. @param next of each sequence, and whether it was used */
    record Sums(Map<String, Sum> tables, Map<String, Next> next) {}

    record Next(long value, boolean used) {}
}
