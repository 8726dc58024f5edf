package org.nabla.embed;

import java.util.List;
import java.util.Optional;
import org.nabla.practice.answer.FigureView;
import org.nabla.practice.desk.PartBox;

/**
 * An exercise as it stands in a frame.
 *
 * @param address of the form
 * @param practice where it is practiced on the site itself
 * @param theme light or dark as the page around wishes; {@code system} where it does not say
 * @param solution empty while it is closed
 * @param announcement what somebody hears who does not see what changed
 */
record EmbedPage(
        String address,
        String practice,
        String theme,
        String title,
        String prompt,
        Optional<FigureView> figure,
        List<PartBox> parts,
        List<String> hints,
        int hintsLeft,
        List<String> solution,
        boolean worked,
        String announcement) {

    public int nextHint() {
        return hints.size() + 1;
    }
}
