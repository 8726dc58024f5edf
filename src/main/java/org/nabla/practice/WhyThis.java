package org.nabla.practice;

import java.util.List;
import org.nabla.practice.next.Suggestion;

/** Why an exercise was chosen, and what could be practised instead. */
record WhyThis(Suggestion chosen, List<Suggestion> others) {}
