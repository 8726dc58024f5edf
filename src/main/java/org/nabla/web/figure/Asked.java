package org.nabla.web.figure;

import java.util.Optional;
import java.util.Set;

/**
 * What is asked of a figure that is an answer box: the script lets it be placed and writes it into a text box, or chooses
 * an option.
 *
 * @param kind {@code point}, {@code arrow} or {@code region}
 * @param box the id of the text box, or the name of the options
 * @param step the grid to which coordinates snap
 * @param from where an arrow starts
 */
record Asked(String kind, String box, double step, Optional<Point> from) {
    static final Set<String> KINDS = Set.of("point", "arrow", "region");
}
