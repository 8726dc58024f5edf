package org.nabla.ledger;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.nabla.grading.Outcome;

/** The dated table: how many cases of each table and kind, what became of them, how that was decided, and how long it took. */
final class Summary {
    private static final String HEAD =
            "| cases | correct | partial | wrong | invalid | undecided | identical | proved | sampled | refuted |"
                    + " median | 95 % | 99 % | longest | processor: median | 99 % | longest |";

    private Summary() {}

    static List<String> of(String date, String version, List<Entry> entries) {
        var lines = new ArrayList<String>();
        lines.add("# Verdicts of " + date);
        lines.add("");
        lines.add("Version " + version + ", JDK " + System.getProperty("java.version") + ", "
                + Runtime.getRuntime().availableProcessors()
                + String.format(
                        Locale.ROOT,
                        " processors, load %.1f. Times in milliseconds, one thread, second run of each case; the last three"
                                + " columns are the time that this thread had a processor, which a busy machine does not lengthen.",
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
        lines.add("");
        table(lines, "table", entries, entry -> entry.question().source());
        lines.add("");
        table(lines, "kind", entries, entry -> entry.question().answer().kind());
        return lines;
    }

    private static void table(List<String> lines, String title, List<Entry> entries, Function<Entry, String> group) {
        lines.add("| " + title + " " + HEAD);
        lines.add("| --- |" + " --- |".repeat(17));
        Map<String, List<Entry>> groups =
                entries.stream().collect(Collectors.groupingBy(group, TreeMap::new, Collectors.toList()));
        groups.forEach((name, members) -> lines.add(row(name, members)));
        lines.add(row("all", entries));
    }

    private static String row(String name, List<Entry> entries) {
        var cells = new ArrayList<String>(List.of(name, String.valueOf(entries.size())));
        for (var outcome : Outcome.values()) {
            cells.add(count(entries, entry -> entry.outcome().name(), outcome.name()));
        }
        for (var decided : List.of("IDENTICAL", "PROVED", "SAMPLED", "REFUTED")) {
            cells.add(count(entries, Entry::decided, decided));
        }
        times(cells, entries, Entry::nanos, 0.5, 0.95, 0.99, 1);
        times(cells, entries, Entry::processor, 0.5, 0.99, 1);
        return "| " + String.join(" | ", cells) + " |";
    }

    private static void times(List<String> cells, List<Entry> entries, ToLongFunction<Entry> time, double... parts) {
        var times = entries.stream().mapToLong(time).sorted().toArray();
        for (var part : parts) {
            var at = (int) Math.ceil(part * times.length) - 1;
            cells.add(String.format(Locale.ROOT, "%.3g", times[Math.max(0, at)] / 1e6));
        }
    }

    private static String count(List<Entry> entries, Function<Entry, String> property, String value) {
        return String.valueOf(
                entries.stream().filter(e -> property.apply(e).equals(value)).count());
    }
}
