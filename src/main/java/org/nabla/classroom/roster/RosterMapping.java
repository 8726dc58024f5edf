package org.nabla.classroom.roster;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What the columns of a table hold.
 *
 * @param header whether the first line names them
 */
public record RosterMapping(boolean header, List<RosterColumn> columns) {

    /** The columns of a class list of WeBWorK, where nothing above it names them. */
    private static final List<RosterColumn> WEBWORK = List.of(
            RosterColumn.SCHOOL_ID,
            RosterColumn.FAMILY,
            RosterColumn.GIVEN,
            RosterColumn.SKIP,
            RosterColumn.SKIP,
            RosterColumn.SECTION,
            RosterColumn.SKIP,
            RosterColumn.EMAIL,
            RosterColumn.LOGIN,
            RosterColumn.SKIP,
            RosterColumn.SKIP);

    private static final int FEWEST_OF_WEBWORK = 9;

    public RosterMapping {
        columns = List.copyOf(columns);
    }

    /** What the names of the columns say, or without names what stands in them. */
    static RosterMapping guess(RosterTable table) {
        var named = each(table.columns(), i -> RosterColumn.named(table.first().cell(i)));
        if (named.stream().anyMatch(column -> column != RosterColumn.SKIP)) {
            return new RosterMapping(true, once(named));
        }
        if (isWebwork(table)) {
            return new RosterMapping(
                    false, each(table.columns(), i -> i < WEBWORK.size() ? WEBWORK.get(i) : RosterColumn.SKIP));
        }
        var emails = each(table.columns(), i -> isEmail(table, i) ? RosterColumn.EMAIL : RosterColumn.SKIP);
        return new RosterMapping(
                !emails.contains(RosterColumn.EMAIL) && table.lines().size() > 1, once(emails));
    }

    private static boolean isWebwork(RosterTable table) {
        return table.name().toLowerCase(Locale.ROOT).endsWith(".lst") && table.columns() >= FEWEST_OF_WEBWORK;
    }

    private static boolean isEmail(RosterTable table, int column) {
        return table.first().cell(column).matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    }

    /** Of two columns that hold the same the first counts. */
    private static List<RosterColumn> once(List<RosterColumn> columns) {
        var seen = EnumSet.noneOf(RosterColumn.class);
        return columns.stream()
                .map(column -> column == RosterColumn.SKIP || seen.add(column) ? column : RosterColumn.SKIP)
                .toList();
    }

    private static List<RosterColumn> each(int columns, java.util.function.IntFunction<RosterColumn> what) {
        return new ArrayList<>(IntStream.range(0, columns).mapToObj(what).toList());
    }

    boolean has(RosterColumn column) {
        return columns.contains(column);
    }

    /** Where a column stands. */
    Optional<Integer> place(RosterColumn column) {
        return has(column) ? Optional.of(columns.indexOf(column)) : Optional.empty();
    }

    /** Why a roster cannot be read this way, in a sentence; empty where it can. */
    Optional<String> objection() {
        for (var column : RosterColumn.values()) {
            if (column != RosterColumn.SKIP && Collections.frequency(columns, column) > 1) {
                return Optional.of(
                        "Two columns are said to hold the %s. Choose one of them.".formatted(column.words()));
            }
        }
        if (!has(RosterColumn.NAME)
                && !has(RosterColumn.SORTED_NAME)
                && !has(RosterColumn.FAMILY)
                && !has(RosterColumn.GIVEN)) {
            return Optional.of("Say which column holds the names.");
        }
        return has(RosterColumn.LOGIN) || has(RosterColumn.EMAIL)
                ? Optional.empty()
                : Optional.of(
                        "Say which column holds the logins, or the email addresses, which then become the logins.");
    }

    /** Whether it is plain enough to go on without asking. */
    boolean isSure() {
        return objection().isEmpty();
    }
}
