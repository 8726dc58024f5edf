package org.nabla.gradebook.marks;

import io.quarkus.qute.RawString;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How the shares of many learners are spread, as a small picture and in a sentence.
 *
 * @param counts how many have less than a tenth, less than two, and so on; whoever has more than all stands with the last
 * @param median of them
 */
record Distribution(List<Integer> counts, double median) {

    private static final int TENTHS = 10;
    private static final int WIDTH = 320;
    private static final int HEIGHT = 96;
    private static final int FOOT = 20;
    private static final int HEAD = 14;

    /** @param shares not empty */
    static Distribution of(List<Double> shares) {
        var counts = new int[TENTHS];
        for (var share : shares) {
            // A share of 0.3 must not fall below three tenths by the way doubles are kept.
            counts[Math.max(0, Math.min(TENTHS - 1, (int) Math.floor(share * TENTHS + 1e-9)))]++;
        }
        var sorted = shares.stream().sorted().toList();
        var n = sorted.size();
        var all = new ArrayList<Integer>();
        for (var count : counts) {
            all.add(count);
        }
        return new Distribution(all, (sorted.get((n - 1) / 2) + sorted.get(n / 2)) / 2);
    }

    /** For those who do not see the picture. */
    public String sentence() {
        var text = new StringBuilder("Half have " + Math.round(median * 100) + " % or more.");
        for (var i = TENTHS - 1; i >= 0; i--) {
            if (counts.get(i) > 0) {
                text.append(" ")
                        .append(i == 0 ? "Below 10 %" : i * 10 + " % " + (i == TENTHS - 1 ? "or more" : "and up"))
                        .append(": ")
                        .append(counts.get(i))
                        .append(".");
            }
        }
        return text.toString();
    }

    /** Ten bars with their numbers. */
    public RawString picture() {
        var most = counts.stream().mapToInt(c -> c).max().orElse(1);
        var width = WIDTH / TENTHS;
        var svg = new StringBuilder("<svg class=\"distribution\" viewBox=\"0 0 " + WIDTH + " " + HEIGHT
                + "\" role=\"img\" aria-label=\"" + sentence() + "\">");
        for (var i = 0; i < TENTHS; i++) {
            var height = (HEIGHT - FOOT - HEAD) * counts.get(i) / (double) Math.max(1, most);
            var top = HEIGHT - FOOT - height;
            svg.append("<rect class=\"bar\" x=\"%d\" y=\"%.1f\" width=\"%d\" height=\"%.1f\"/>"
                    .formatted(i * width + 2, top, width - 4, height)
                    .replace(',', '.'));
            if (counts.get(i) > 0) {
                svg.append(text(i * width + width / 2.0, top - 4, String.valueOf(counts.get(i))));
            }
        }
        svg.append("<path class=\"axis\" d=\"M0 " + (HEIGHT - FOOT) + "H" + WIDTH + "\"/>");
        svg.append(text(14, HEIGHT - 5, "0 %")).append(text(WIDTH / 2.0, HEIGHT - 5, "50 %"));
        svg.append(text(WIDTH - 20, HEIGHT - 5, "100 %"));
        return new RawString(svg.append("</svg>").toString());
    }

    private static String text(double x, double y, String text) {
        return String.format(Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\">%s</text>", x, y, text);
    }
}
