package org.nabla.grading;

import java.util.Optional;
import org.nabla.math.Expression;
import org.nabla.math.SyntaxError;

/**
 * The reading of a response while it is typed: how it is understood, or what is wrong with it so far.
 *
 * @param tree what was read, where that is one formula
 */
public record Preview(
        Optional<Verdict.Understood> understood, Optional<Expression> tree, Optional<SyntaxError> problem) {}
