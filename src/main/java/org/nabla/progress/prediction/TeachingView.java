package org.nabla.progress.prediction;

import java.util.Comparator;
import java.util.List;

/**
 * What teaches and what does not, for those who run the site.
 *
 * @param measured how many things have been tried often enough
 * @param good how many of them reach the aim
 * @param rows the others, those that help least first
 */
record TeachingView(int measured, long good, List<Row> rows) {
    /** Something that should teach; {@code rewrite} where it surely does not. */
    record Row(String kind, String template, String name, int tries, String share, String interval, boolean rewrite) {}

    static TeachingView of(List<Teaching> all) {
        return new TeachingView(
                all.size(),
                all.stream().filter(t -> t.share() >= Teaching.AIM).count(),
                all.stream()
                        .filter(t -> t.share() < Teaching.AIM)
                        .sorted(Comparator.comparingDouble(Teaching::share))
                        .map(TeachingView::row)
                        .toList());
    }

    private static Row row(Teaching found) {
        return new Row(
                found.kind().word(),
                found.template(),
                (found.part() + " " + found.name()).strip(),
                found.tries(),
                percent(found.share()),
                percent(found.low()) + " to " + percent(found.high()),
                found.doesNotHelp());
    }

    private static String percent(double share) {
        return Math.round(100 * share) + " %";
    }
}
