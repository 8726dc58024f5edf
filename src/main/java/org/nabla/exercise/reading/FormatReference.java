package org.nabla.exercise.reading;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nabla.exercise.template.Task;
import org.nabla.math.Domain;
import org.nabla.math.Function;

/**
 * What may stand in a template, in sentences for its authors. The words come from what the readers read: a word without a
 * sentence, or a sentence about a word that is gone, fails the start of the class, so that the reference is never behind.
 */
public final class FormatReference {

    /**
     * A word of the format.
     *
     * @param says what it is, in one sentence
     * @param example as it stands in a template; empty where the sentence says it all
     */
    public record Entry(String word, String says, String example) {}

    public static final List<Entry> KEYS = of(TemplateReader.keys(), """
            title      | What the exercise is called. Learners see it; it does not give the answer away. | title: Slope at a point
            skill      | The skill that is practiced, by its id; several in brackets, the main one first. | skill: [DF17, VG04]
            level      | From 1, a warm-up, to 5, a challenge: a first guess, corrected by real answers. | level: 2
            task       | What the exercise asks for, where it is more than a result: see Tasks. | task: give-example
            version    | A number that grows with every change; of own templates it is counted for you. | version: 2
            variables  | The letters that a learner may use in an answer, with their domains. | variables: {x: real, y: positive}
            letters    | Further letters that only your formulas use, such as h in a limit. | letters: [h, t]
            parameters | What is drawn anew for every learner: a name, and how it is drawn. | parameters: {a: integer 1..5}
            define     | Values computed from what was drawn, one after another; later ones may use earlier ones. | define: {f: a*x^2 + y}
            require    | Conditions on the drawn values; where one does not hold, all is drawn again, at most 200 times. | require: [a != b]
            prompt     | The question. A value stands in braces, mathematics between dollar signs. | prompt: "What is the gradient of $f = {f}$?"
            answer     | What is expected: a kind and the right value. | answer: {kind: number, value: slope}
            mistakes   | Wrong answers that you expect, each with a sentence that helps and does not give the answer. | mistakes: [{value: 2*slope, feedback: The factor 2 is too much.}]
            verify     | How the answer is confirmed by another way of computing it. | verify: answer ~ (g(h) - g(0))/h for h -> 0
            parts      | Several answer boxes: each part has a label, an answer, mistakes and verify of its own. | parts: [{label: First, answer: {kind: number, value: a}, verify: answer ~ a}]
            hints      | Sentences that are opened one after another; none contains the answer. | hints: [Differentiate first.]
            solution   | The worked way in steps; it ends at the answer. | solution: ["It is ${slope}$."]
            figure     | A picture: what is drawn, its window, and a sentence for those who do not see it. | figure: {contour: f, window: [-4, 4], alt: Level curves.}
            python     | A NumPy snippet that prints the answer; {python(a)} puts a value in. | python: print({python(a)})
            """);

    public static final List<Entry> KINDS = of(PartReader.KINDS, """
            number         | One exact value; a decimal with enough right digits is accepted. | {kind: number, value: 3/4}
            expression     | A function of the variables, in any form. | {kind: expression, value: 2*x*y}
            antiderivative | A function up to a constant. | {kind: antiderivative, value: x^2}
            vector         | Entries in order, each judged. | {kind: vector, value: (1, 2)}
            point          | A point, each coordinate judged. | {kind: point, value: (1, 2)}
            matrix         | Rows of entries. | {kind: matrix, value: "[[1, 2], [3, 4]]"}
            list           | Several values in order. | {kind: list, value: [1, 2]}
            set            | Several values in any order. | {kind: set, value: [1, 2]}
            direction      | A vector up to a positive factor. | {kind: direction, value: (1, 2)}
            parallel       | A vector up to any factor but 0, such as a normal vector. | {kind: parallel, value: (1, 2)}
            equation       | An equation with the same solutions, however arranged. | {kind: equation, value: x + 2*y = 3}
            line           | A line as an equation or with a parameter. | {kind: line, value: (1, 2) + t*(3, 1)}
            plane          | A plane as an equation or with parameters. | {kind: plane, value: x + y + z = 1}
            curve          | A curve, whatever its parameter. | {kind: curve, value: x^2 + y^2 = 1}
            interval       | An interval, or several. | {kind: interval, value: "[0, 2]"}
            region         | A set described by inequalities. | {kind: region, value: x >= 0}
            limit          | A value, inf, -inf, or DNE where there is none. | {kind: limit, value: 2}
            choice         | One of several texts. | {kind: choice, options: [up, down], value: up}
            choices        | All that are right of several texts. | {kind: choices, options: [up, down, left], value: [up, left]}
            condition      | Anything for which the conditions hold. | {kind: condition, name: v, value: v > 2, example: 3}
            integral       | Bounds and integrand of an iterated integral, in any order. | {kind: integral, value: "integrate(integrate(x*y, x, 0, 1), y, 0, 2)"}
            order          | Steps to be put in order. | {kind: order, steps: [First, Then]}
            """);

    public static final List<Entry> OPTIONS = of(PartReader.BARE, """
            decimals | How many digits a decimal needs, or exact. | decimals: 3
            measured | A number that came out of a program: it counts when it agrees to decimals digits. | measured: yes
            form     | A form that is asked, such as factored. | form: factored
            weights  | What each entry counts, in order. | weights: [2, 1]
            constant | Whether the constant of integration must be written: required. | constant: required
            name     | The letter of what is to be given, for the kind condition. | name: v
            size     | How many entries, for the kind condition. | size: 2
            with     | For an antiderivative: the letters by which it is differentiated. | with: [x]
            """);

    public static final List<Entry> PARTS = of(PartReader.PART_KEYS, """
            id       | A short name for the part; a, b, c where nothing is said. | id: slope
            label    | What stands before the answer box. | label: The slope is
            answer   | What is expected; with given: [a] judged on the learner's own answer to part a (error carried forward). | answer: {kind: number, value: 2*a}
            mistakes | The wrong answers of this part. | mistakes: [{value: 2, feedback: Not quite.}]
            verify   | How this answer is confirmed. | verify: answer ~ 3
            """);

    public static final List<Entry> MISTAKES = of(PartReader.MISTAKE_KEYS, """
            value    | The wrong answer. | value: 2*a
            feedback | What the learner reads. | feedback: The factor 2 is too much.
            when     | A condition: where it does not hold, this mistake is left out. | when: a != 1
            see      | The paragraph of a lesson that explains it. | see: DF02#inside
            """);

    public static final List<Entry> DRAWS = of(DrawReader.WORDS, """
            integer          | A whole number from a range; step and except are optional. | integer -4..4 except 0
            fraction         | A fraction that is no whole number. | fraction 1..5 / 2..4
            sign             | 1 or -1. | sign
            one of           | One of several formulas. | one of [x^2, x*y, exp(x)]
            one of words     | One of several words, for the text alone. | one of words [up, down]
            permutation of   | The entries in another order. | permutation of [1, 2, 3]
            distinct         | Several different ones. | distinct 2 integer 1..9
            point            | Coordinates drawn one by one; two where no count is given. | point integer -3..3
            vector           | Entries drawn one by one. | vector 3 integer -3..3
            matrix           | A matrix of that size. | matrix 2x2 integer -3..3
            symmetric matrix | A symmetric one. | symmetric matrix 2x2 integer -3..3
            diagonal matrix  | A diagonal one. | diagonal matrix 2x2 integer 1..3
            upper matrix     | An upper triangular one. | upper matrix 2x2 integer 1..3
            """);

    public static final List<Entry> TASKS = of(Task.words(), """
            compute                | A result; the usual. | task: compute
            wrong-line             | Finding the slip in somebody's work, and what is right. It comes once the skill is practiced. | task: wrong-line
            order-steps            | Putting steps in order. | task: order-steps
            explanation            | Which explanation is the right one. | task: explanation
            give-example           | Anything that has a given property. | task: give-example
            always-sometimes-never | Whether a sentence holds always, sometimes or never, with an example that shows it. | task: always-sometimes-never
            estimate               | A bound or an estimate without computing. | task: estimate
            read-code              | What code prints, or which of its lines is wrong. | task: read-code
            name-shape             | The shape of an array, or of what an equation describes. | task: name-shape
            check-gradient         | Which entry of a gradient is wrong, and by which slip. It comes once the skill is practiced. | task: check-gradient
            read-picture           | What a map, a table or a picture shows and the text does not say. | task: read-picture
            match                  | Which formula, surface, map or code belong together. | task: match
            draw                   | Placing a point, an arrow or a region in a picture. | task: draw
            """);

    public static final List<Entry> DOMAINS = of(List.of(Domain.WORDS.split(", ")), """
            real        | Any real number; the usual. | x: real
            positive    | Greater than 0. | x: positive
            nonnegative | 0 or greater. | x: nonnegative
            nonzero     | Anything but 0. | x: nonzero
            integer     | A whole number. | n: integer
            """);

    public static final List<Entry> FIGURE = of(FigureReader.KEYS, """
            window  | From where to where: one pair for all axes, or one for each. In space it may be left out: then it is as large as what is drawn. | window: [-4, 4]
            axes    | The letters of the axes, or none; three of them make it a figure in space, which can be turned. | axes: [u, v]
            contour | Level curves of a function. | contour: x^2 + y^2
            levels  | Which levels are drawn. | levels: [1, 2, 3]
            view    | From where a figure in space is seen: degrees from the x-axis towards the y-axis, and above the floor. | axes: [x, y, z], view: [35, 24], point: (1, 2, 3)
            surface | The graph of a function, in space; with three axes also an equation, or a point with two parameters, the bounds of the second after those of the first. | axes: [x, y, z], surface: "(r*cos(t), r*sin(t), r^2) for r in 0..2, t in 0..2*pi"
            surfaces | Several surfaces; with is and label each one has a name. | axes: [x, y, z], surfaces: [x^2 + y^2 + z^2 = 4, x + y]
            plane   | A plane in space: an equation, or a point and two directions. | axes: [x, y, z], plane: (1, 0, 0) along (0, 1, 0) and (0, 1, 1)
            planes  | Several planes. | axes: [x, y, z], planes: [x + y + z = 3, z = 1]
            line    | A line in space: a point and its direction. | axes: [x, y, z], line: (1, 0, 0) along (1, 1, 1)
            lines   | Several lines in space. | axes: [x, y, z], lines: [(1, 0, 0) along (1, 1, 1)]
            segment | A line in space from one point to another. | axes: [x, y, z], segment: (0, 0, 0) to (1, 2, 3)
            segments | Several of them. | axes: [x, y, z], segments: [(0, 0, 0) to (1, 2, 3)]
            flux    | A vector field along a surface with two parameters, and the surface. | axes: [x, y, z], flux: "(x, y, 0) through (cos(t), sin(t), z) for t in 0..2*pi, z in 0..2"
            normals | A surface with two parameters and its normal vectors: derivative by the first one, cross derivative by the second. | axes: [x, y, z], normals: "(u, v, u*v) for u in -1..1, v in -1..1"
            field   | A vector field. | field: (-y, x)
            region  | A region of integration: two variables with their bounds, the outer one first; in space three, x, y and z, or r, theta and z, or rho, phi and theta. | region: {x: [0, 1], y: [0, x]}
            regions | Several regions, each with a label. | regions: [{label: A, x: [0, 1], y: [0, x]}]
            curve   | A curve: an equation, or a point with a parameter; in space, directed: yes marks the way it is run through. | curve: (cos(t), sin(t)) for t in 0..2*pi
            curves  | Several curves; with is and label each one has a name. | curves: [x^2 + y^2 = 1, y = x]
            point   | A point; in space, on: yes has it checked that it lies on a surface, a plane or a curve of the figure. | point: (1, 2)
            points  | Several points. | points: [{is: (1, 2), label: P}]
            arrow   | An arrow, from the origin or from a point. | arrow: (1, 2) from (0, 1)
            arrows  | Several arrows. | arrows: [(1, 2), (2, 1)]
            polygon | Corner after corner. | polygon: [(0, 0), (1, 0), (0, 1)]
            polygons | Several of them, in space. | axes: [x, y, z], polygons: [[(0, 0, 0), (1, 0, 0), (0, 1, 1)]]
            answer  | The figure is the answer box: point, arrow or region. | answer: point
            alt     | What it shows, in words; it must be there. | alt: Level curves of a hill.
            """);

    /** Ways of saying something that are no words of a list; each is tried by a test. */
    public static final List<Entry> CONDITIONS = table("""
            a != 0                | A relation between values: =, !=, <, <=, >, >=. | require: [a != 0, a < b]
            norm(u) is integer    | The value is a whole number. | require: [norm(u) is integer]
            a/b is rational       | The value is a fraction. | require: [a/b is rational]
            a > 0 and b > 0       | Both; with or at least one. | require: [a > 0 or b > 0]
            """);

    public static final List<Entry> PROSE = table("""
            {a}                   | The value, typeset as a person writes it. | The point {P}
            ${f} = 0$             | Mathematics between dollar signs, with values in braces. | $x^2 + {a}$
            $\\frac{1}{{n}}$      | A value inside a group of LaTeX has braces of its own. | $\\sqrt{{n}}$
            {show(a*b)}           | The drawn values put in, and nothing carried out. | ${show(a*b)} = {a*b}$
            {signed(b)}           | With its sign in front, for a further term. | $x {signed(b)}$
            {if a > 0: …}         | Text that depends on a condition. | {if a > 0: rises | falls}
            {case k: …}           | The text of that number. | {case k: first | second}
            *word*                | Stressed. | a *unit* vector
            """);

    public static final List<Entry> VERIFY = table("""
            answer ~ formula                | Both agree as numbers. | verify: answer ~ integrate(x, x, 0, 1)
            answer ~ formula for h -> 0     | They agree as h becomes small. | verify: answer ~ (f(h) - f(0))/h for h -> 0
            relation for r in answer        | It holds for every entry of the answer. | verify: r^2 = 4 for r in answer
            {option: condition}             | For a choice: when each option is right. | verify: {up: a > 0, down: a < 0}
            by reason: sentence             | No number can tell; the sentence says why it is right. | verify: "by reason: it is the definition"
            """);

    /** The functions of all formulas, and after them those that authors alone may use. */
    public static final List<Entry> FUNCTIONS =
            of(Stream.of(Function.values()).map(Function::text).toList(), """
            sin | Sine. | sin(x)
            cos | Cosine. | cos(x)
            tan | Tangent. | tan(x)
            sec | Secant. | sec(x)
            csc | Cosecant. | csc(x)
            cot | Cotangent. | cot(x)
            arcsin | Inverse sine. | arcsin(x)
            arccos | Inverse cosine. | arccos(x)
            arctan | Inverse tangent. | arctan(x)
            arcsec | Inverse secant. | arcsec(x)
            arccsc | Inverse cosecant. | arccsc(x)
            arccot | Inverse cotangent, between 0 and pi. | arccot(x)
            sinh | Hyperbolic sine. | sinh(x)
            cosh | Hyperbolic cosine. | cosh(x)
            tanh | Hyperbolic tangent. | tanh(x)
            sech | Hyperbolic secant. | sech(x)
            csch | Hyperbolic cosecant. | csch(x)
            coth | Hyperbolic cotangent. | coth(x)
            arsinh | Inverse hyperbolic sine. | arsinh(x)
            arcosh | Inverse hyperbolic cosine. | arcosh(x)
            arsech | Inverse hyperbolic secant. | arsech(x)
            arcsch | Inverse hyperbolic cosecant. | arcsch(x)
            arcoth | Inverse hyperbolic cotangent. | arcoth(x)
            artanh | Inverse hyperbolic tangent. | artanh(x)
            exp | The exponential function. | exp(x)
            ln | The natural logarithm. | ln(x)
            log | The natural logarithm; with two arguments the second is the base. | log(x, 2)
            sqrt | Square root. | sqrt(x)
            cbrt | Cube root. | cbrt(x)
            root | The real n-th root. | root(x, 4)
            abs | Absolute value. | abs(x)
            sign | 1, 0 or -1. | sign(x)
            floor | Rounded down. | floor(x)
            ceil | Rounded up. | ceil(x)
            factorial | Factorial. | factorial(5)
            min | The least of several. | min(x, y)
            max | The greatest of several. | max(x, y)
            atan2 | The angle of the point (x, y), with y first. | atan2(y, x)
            sigmoid | 1/(1 + e^(-x)). | sigmoid(x)
            relu | The greater of x and 0. | relu(x)
            softplus | ln(1 + e^x). | softplus(x)
            erf | The error function. | erf(x)
            piecewise | Values with their conditions, and what holds otherwise. | piecewise(x, x > 0, 0)
            norm | The length of a vector. | norm((3, 4))
            dot | The dot product. | dot((1, 2), (3, 4))
            cross | The cross product. | cross((1, 0, 0), (0, 1, 0))
            det | The determinant. | det([[1, 2], [3, 4]])
            transpose | The transpose. | transpose([[1, 2], [3, 4]])
            diff | A derivative; several letters or a count for higher ones. | diff(x^2*y, x, y)
            integrate | An integral, without or with bounds. | integrate(x^2, x, 0, 1)
            limit | A limit. | limit(sin(x)/x, x, 0)
            at | The value with numbers put in for letters. | at(x^2*y, [x, y], (1, 2))
            gradient | The gradient. | gradient(x^2*y, [x, y])
            jacobian | The matrix of first derivatives. | jacobian((x*y, x + y), [x, y])
            hessian | The matrix of second derivatives. | hessian(x^2*y, [x, y])
            divergence | The divergence of a field. | divergence((x, y), [x, y])
            curl | The curl of a field. | curl((y, -x, 0), [x, y, z])
            laplacian | The sum of the pure second derivatives. | laplacian(x^2*y, [x, y])
            taylor | The Taylor polynomial of that degree about a point. | taylor(exp(x*y), [x, y], (0, 0), 2)
            solve | The real solutions, in order. | solve(x^2 = 4, x)
            expand | Multiplied out. | expand((x + 1)^2)
            factor | As a product. | factor(x^2 - 1)
            simplify | Simplified. | simplify(x + x)
            inverse | The inverse matrix. | inverse([[1, 2], [3, 4]])
            trace | The sum of the diagonal. | trace([[1, 2], [3, 4]])
            rank | The rank. | rank([[1, 2], [3, 4]])
            eigenvalues | The eigenvalues, in order. | eigenvalues([[2, 0], [0, 3]])
            eigenvectors | A basis of the space of an eigenvalue. | eigenvectors([[2, 0], [0, 3]], 2)
            entry | An entry of a vector or matrix, counted from 1. | entry((5, 7), 1)
            length | How many entries a vector has, or rows a matrix. | length((5, 7))
            decimal | A decimal with that many digits. | decimal(x, 4)
            sum | Added up for a letter from one number to another. | sum(k^2, k, 1, 10)
            """);

    private FormatReference() {}

    /** The sentences about these words, each of which must have one. */
    private static List<Entry> of(Collection<String> words, String sentences) {
        var byWord = table(sentences).stream()
                .collect(Collectors.toMap(Entry::word, e -> e, (a, b) -> a, LinkedHashMap::new));
        if (!byWord.keySet().equals(new java.util.HashSet<>(words))) {
            throw new IllegalStateException("the reference and the readers differ: " + byWord.keySet() + ", " + words);
        }
        return List.copyOf(byWord.values());
    }

    private static List<Entry> table(String rows) {
        return rows.lines()
                .map(row -> row.split(" +\\| ", 3))
                .map(cells -> new Entry(cells[0].strip(), cells[1].strip(), cells[2].strip()))
                .toList();
    }

    /** The sentence about a word. */
    public static Map<String, String> sentences(List<Entry> entries) {
        return entries.stream().collect(Collectors.toMap(Entry::word, Entry::says, (a, b) -> a, LinkedHashMap::new));
    }
}
