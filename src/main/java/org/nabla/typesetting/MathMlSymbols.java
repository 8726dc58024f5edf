package org.nabla.typesetting;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The commands of LaTeX that stand for one character or one word, and what they are in MathML. */
final class MathMlSymbols {

    /** How a symbol behaves beside others. */
    enum Kind {
        ORDINARY,
        OPERATOR,
        OPEN,
        CLOSE,
        /** A word such as sin, set off by thin spaces. */
        FUNCTION,
        /** A sign or word that takes its limits above and below: ∑, lim. */
        LIMITS,
        /** An integral sign, which has its limits beside it. */
        INTEGRAL,
        SPACE
    }

    record Symbol(String text, Kind kind) {}

    private static final String LETTERS = """
            infty ∞ partial ∂ nabla ∇ ell ℓ hbar ℏ emptyset ∅ varnothing ∅ forall ∀ exists ∃ nexists ∄ neg ¬ lnot ¬ top ⊤ bot ⊥ angle ∠
            degree ° prime ′ imath ı jmath ȷ Re ℜ Im ℑ aleph ℵ dots … ldots … cdots ⋯ vdots ⋮ ddots ⋱ dotsc … dotsb ⋯ triangle △ square □
            blacksquare ■ Box □ exponentialE e imaginaryI i differentialD d infin ∞ checkmark ✓ star ⋆ % % $ $ # # & & _ _ R ℝ
            """;
    private static final String OPERATORS = """
            cdot ⋅ times × div ÷ pm ± mp ∓ ast ∗ circ ∘ bullet • oplus ⊕ otimes ⊗ odot ⊙ wedge ∧ vee ∨ land ∧ lor ∨ cup ∪ cap ∩ setminus ∖
            le ≤ leq ≤ leqslant ⩽ ge ≥ geq ≥ geqslant ⩾ lt &lt; gt &gt; ne ≠ neq ≠ equiv ≡ approx ≈ sim ∼ simeq ≃ cong ≅ propto ∝ ll ≪ gg ≫
            prec ≺ succ ≻ preceq ⪯ succeq ⪰ in ∈ notin ∉ ni ∋ subset ⊂ subseteq ⊆ supset ⊃ supseteq ⊇ to → rightarrow → longrightarrow ⟶ mapsto ↦
            longmapsto ⟼ leftarrow ← gets ← Rightarrow ⇒ implies ⟹ Leftarrow ⇐ leftrightarrow ↔ Leftrightarrow ⇔ iff ⟺ uparrow ↑ downarrow ↓
            nearrow ↗ searrow ↘ perp ⊥ parallel ∥ mid ∣ nmid ∤ colon : coloneqq ≔ therefore ∴ because ∵ vdash ⊢ models ⊨ hookrightarrow ↪
            """;
    private static final String OPENERS = "{ { lbrace { lbrack [ lparen ( langle ⟨ lfloor ⌊ lceil ⌈ lvert | lVert ‖";
    private static final String CLOSERS =
            "} } rbrace } rbrack ] rparen ) rangle ⟩ rfloor ⌋ rceil ⌉ rvert | rVert ‖ vert | Vert ‖ | ‖";
    private static final String LIMITS =
            "sum ∑ prod ∏ bigcup ⋃ bigcap ⋂ lim lim limsup limsup liminf liminf max max min min sup sup inf inf argmax argmax argmin argmin";
    private static final String INTEGRALS = "int ∫ iint ∬ iiint ∭ oint ∮ oiint ∯";
    private static final Set<String> FUNCTIONS = Set.of(
            "sin", "cos", "tan", "sec", "csc", "cot", "arcsin", "arccos", "arctan", "sinh", "cosh", "tanh", "coth",
            "exp", "ln", "log", "lg", "det", "dim", "ker", "gcd", "deg", "arg", "Pr", "hom");
    private static final Map<String, String> SPACES = Map.of(
            ",",
            "0.1667em",
            "thinspace",
            "0.1667em",
            ":",
            "0.2222em",
            ">",
            "0.2222em",
            ";",
            "0.2778em",
            "!",
            "-0.1667em",
            " ",
            "0.25em",
            "quad",
            "1em",
            "qquad",
            "2em",
            "enspace",
            "0.5em");
    private static final Map<String, Symbol> BY_COMMAND = new HashMap<>();

    static {
        put(LETTERS, Kind.ORDINARY);
        put(OPERATORS, Kind.OPERATOR);
        put(OPENERS, Kind.OPEN);
        put(CLOSERS, Kind.CLOSE);
        put(LIMITS, Kind.LIMITS);
        put(INTEGRALS, Kind.INTEGRAL);
        FUNCTIONS.forEach(name -> BY_COMMAND.put(name, new Symbol(name, Kind.FUNCTION)));
    }

    private MathMlSymbols() {}

    private static void put(String table, Kind kind) {
        var words = table.strip().split("\\s+");
        for (int i = 0; i < words.length; i += 2) {
            BY_COMMAND.put(words[i], new Symbol(words[i + 1], kind));
        }
    }

    static Optional<Symbol> of(String command) {
        var symbol = BY_COMMAND.get(command);
        if (symbol != null) {
            return Optional.of(symbol);
        }
        return GreekCommands.letter(command).map(c -> new Symbol(c, Kind.ORDINARY));
    }

    /** The width of a spacing command. */
    static Optional<String> space(String command) {
        return Optional.ofNullable(SPACES.get(command));
    }
}
