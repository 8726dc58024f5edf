package org.nabla.project.template;

import java.util.Map;
import java.util.Optional;

/** The slips that programs share, each with the sentence that is said where a project has no better one. */
public final class Slips {
    private static final Map<String, String> SENTENCES = Map.ofEntries(
            Map.entry("sign", "The sign is turned: the residual is prediction minus target."),
            Map.entry("up", "You climbed: descent subtracts the gradient."),
            Map.entry("no_n", "The factor $1/n$ is missing: this is the sum and not the mean."),
            Map.entry("no_2", "The factor 2 of the square is missing."),
            Map.entry("half", "There is a factor ½ too much."),
            Map.entry("no_bias", "The bias is missing: the column of ones, or the $+\\,b$."),
            Map.entry("transpose", "A matrix is transposed: check rows against columns by the shapes."),
            Map.entry("T", "That is the transpose of what is asked."),
            Map.entry("axis", "The sum runs along the wrong axis."),
            Map.entry("order", "The factors of the chain rule stand in the wrong order."),
            Map.entry("twice", "The learning rate is in there twice."),
            Map.entry(
                    "inplace",
                    "You changed an entry before the rest of the gradient was computed: compute all of it first."),
            Map.entry("seq", "You changed some weights before all gradients were there: compute all of them first."),
            Map.entry(
                    "bcast",
                    "Your arrays have the shapes (n, 1) and (n,): NumPy made an n × n table of all pairs. Give both the"
                            + " shape (n,)."),
            Map.entry("no_shift", "The exponentials overflow: subtract the largest score first."),
            Map.entry("spacing", "Give np.gradient the spacing of the grid; without it a grid is taken as 1 wide."),
            Map.entry("one_more", "That is one step more than asked. Count from 0."),
            Map.entry("one_less", "That is one step less than asked."),
            Map.entry("n1", "You divided by n − 1; here it is n."));

    private Slips() {}

    /** The usual sentence of a slip, where it has one. */
    public static Optional<String> sentence(String bug) {
        return Optional.ofNullable(SENTENCES.get(bug));
    }
}
