package org.nabla.exercise.curriculum;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.nabla.exercise.Place;

/**
 * A node of the curriculum: the smallest thing that is practised and mastered on its own.
 *
 * @param chapter the part of its area in which it stands
 * @param needs what should be known before
 * @param what what it is, in a sentence or two
 * @param why what it is good for, above all in machine learning
 * @param read where to read about it
 */
public record Skill(
        SkillId id,
        String name,
        String chapter,
        List<SkillId> needs,
        String what,
        String why,
        List<String> read,
        Place place) {

    /** Its name as an address says it: {@code gradient}, {@code chain-rule}. */
    public String slug() {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }

    /** Where its page is. */
    public String address() {
        return "/skills/" + slug();
    }
}
