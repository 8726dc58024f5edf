package org.nabla.progress.prediction;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.nabla.progress.mastery.Calibration;

/**
 * The quality of the predictions as the operator's page shows it.
 *
 * @param better whether it beats one who always predicts the share of right answers
 */
record CalibrationView(
        String when,
        int answers,
        String share,
        String logLoss,
        String constant,
        String auc,
        String error,
        boolean better,
        List<Row> rows) {
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    /** The side of the square of the drawing. */
    private static final double SIDE = 200;

    /**
     * A tenth of the scale.
     *
     * @param x where its point stands in the drawing, from the left
     * @param y and from the top
     * @param size of the point: its area is as the number of answers
     */
    record Row(String range, int answers, String predicted, String observed, String x, String y, String size) {}

    static CalibrationView of(LogRepository.Measured measured) {
        var found = measured.calibration();
        var most =
                found.bins().stream().mapToInt(Calibration.Bin::answers).max().orElse(1);
        return new CalibrationView(
                WHEN.format(measured.at()),
                found.answers(),
                percent((double) found.right() / found.answers()),
                number(found.logLoss()),
                number(found.constantLogLoss()),
                number(found.auc()),
                number(found.calibrationError()),
                found.logLoss() < found.constantLogLoss(),
                found.bins().stream().map(bin -> row(bin, most)).toList());
    }

    private static Row row(Calibration.Bin bin, int most) {
        return new Row(
                "%d–%d %%".formatted(10 * bin.number(), 10 * bin.number() + 10),
                bin.answers(),
                percent(bin.predicted()),
                percent(bin.observed()),
                String.format(Locale.ROOT, "%.1f", SIDE * bin.predicted()),
                String.format(Locale.ROOT, "%.1f", SIDE * (1 - bin.observed())),
                String.format(Locale.ROOT, "%.1f", 2 + 7 * Math.sqrt((double) bin.answers() / most)));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
