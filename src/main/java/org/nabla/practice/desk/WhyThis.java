package org.nabla.practice.desk;

import java.util.List;
import org.nabla.practice.next.Suggestion;

/**
 * Why an exercise was chosen, and what could be practised instead.
 *
 * @param track the name of the one from which new work comes
 * @param newcomer whether nothing is known of the learner yet, so that a check-in would tell most
 */
public record WhyThis(Suggestion chosen, List<Suggestion> others, String track, boolean newcomer) {}
