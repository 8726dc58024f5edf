package org.nabla.grading.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nabla.grading.AnswerSpec;
import org.nabla.grading.Outcome;
import org.nabla.grading.grader.Graders;

/** Matrices, lists, sets, choices: several entries, each judged. */
class CollectionTest {

    @ParameterizedTest(name = "{3} for {1} is {4}: {6}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            matrix | [1, 2; 3, 4]   |     | [1,2;3,4]         | CORRECT | 1    | semicolons between rows
            matrix | [1, 2; 3, 4]   |     | [[1,2],[3,4]]     | CORRECT | 1    | rows in brackets
            matrix | [1, 2; 3, 4]   |     | \\begin{pmatrix}1&2\\\\3&4\\end{pmatrix} | CORRECT | 1 | LaTeX
            matrix | [1, 2; 3, 4]   |     | ((1,2),(3,4))     | CORRECT | 1    | rows in round brackets
            matrix | [1, 2; 3, 4]   |     | A = [1,2;3,4]     | CORRECT | 1    | named
            matrix | [1, 2; 3, 4]   |     | [1,2;3,5]         | PARTIAL | 0.75 | three of four
            matrix | [1, 2; 3, 4]   |     | [1,2]             | INVALID | 0    | one row
            matrix | [1, 2; 3, 4]   |     | 4                 | INVALID | 0    | a number
            matrix | [1/2, 1; 3/2, 2] |   | 1/2 [1,2;3,4]     | CORRECT | 1    | a multiple
            matrix | [1; 2]         |     | (1,2)             | CORRECT | 1    | a column as a vector
            matrix | [2*x, y; 0, 1] | x y | [2x, y; 0, 1]     | CORRECT | 1    | functions
            matrix | [2*x, y; 0, 1] | x y | [2x, y; 1, 1]     | PARTIAL | 0.75 | one entry wrong
            list   | "1, 2, 3"      |     | "1, 2, 3"         | CORRECT | 1    | in order
            list   | "1, 2, 3"      |     | "(1, 2, 3)"       | CORRECT | 1    | in brackets
            list   | "1, 2, 3"      |     | "1, 3, 2"         | PARTIAL | 0.3333 | two exchanged
            list   | "1, 2, 3"      |     | "1, 2"            | INVALID | 0    | one is missing
            set    | "{1, 2}"       |     | {1,2}             | CORRECT | 1    | in braces
            set    | "{1, 2}"       |     | "2, 1"            | CORRECT | 1    | in any order, without braces
            set    | "{1, 2}"       |     | x=1 or x=2        | CORRECT | 1    | as equations
            set    | "{1, 2}"       |     | "x = 1, x = 2"    | CORRECT | 1    | as equations
            set    | "{1, 2}"       |     | "x = 1, 2"        | CORRECT | 1    | named once
            set    | "{1, 2}"       |     | "λ = 1, 2"        | CORRECT | 1    | named by another letter
            set    | "{1, 2}"       |     | 1 and 2           | CORRECT | 1    | as people say it
            set    | "{1, 2}"       |     | 1; 2              | CORRECT | 1    | semicolons
            set    | "{1, 2}"       |     | "{1, 2, 2}"       | CORRECT | 1    | twice is once
            set    | "{1, 2}"       |     | "{1, 2, 4/2}"     | CORRECT | 1    | twice in another form
            set    | "{1, 2}"       |     | 1                 | PARTIAL | 0.5  | one is missing
            set    | "{1, 2}"       |     | "{1, 3}"          | PARTIAL | 0.5  | one is wrong
            set    | "{1, 2}"       |     | "{1, 2, 3}"       | PARTIAL | 0.6667 | one too many
            set    | "{1, 2}"       |     | "{3, 4}"          | WRONG   | 0    | none is right
            set    | "{1, 2}"       |     | {}                | WRONG   | 0    | nothing
            set    | "{1, 2}"       |     | 1 < 2             | INVALID | 0    | an inequality
            set    | "{}"           |     | {}                | CORRECT | 1    | the empty set
            set    | "{}"           |     | none              | CORRECT | 1    | a word for it
            set    | "{}"           |     | ∅                 | CORRECT | 1    | its sign
            set    | "{}"           |     | 0                 | WRONG   | 0    | zero is a number
            set    | "{-sqrt(2), sqrt(2)}" | | "±√2"          | CORRECT | 1    | both signs
            set    | "{-sqrt(2), sqrt(2)}" | | "-√2, √2"      | CORRECT | 1    | both written out
            set    | "{(0,0), (1,2)}" |   | "(0,0), (1,2)"    | CORRECT | 1    | points
            set    | "{(0,0), (1,2)}" |   | "(1,2) and (0,0)" | CORRECT | 1    | as people say it
            set    | "{(0,0), (1,2)}" |   | "{(1,2),(0,0)}"   | CORRECT | 1    | points in braces
            set    | "{(0,0), (1,2)}" |   | "(0,0)"           | PARTIAL | 0.5  | one is missing
            set    | "{(0,0), (1,2)}" |   | "(0,0), (2,1)"    | PARTIAL | 0.5  | one is wrong
            set    | "{(0,0), (1,2)}" |   | "0, 1"            | INVALID | 0    | numbers
            set    | "{(1,2)}"      |     | "(1,2)"           | CORRECT | 1    | one point
            set    | "{x, -x}"      | x   | "{-x, x}"         | CORRECT | 1    | functions
            "set weights=3|1" | "{1, 2}" | | 1                | PARTIAL | 0.75 | the first counts more
            "choice options=saddle|minimum|maximum" | saddle | | saddle  | CORRECT | 1 | the option
            "choice options=saddle|minimum|maximum" | saddle | | Saddle  | CORRECT | 1 | in capitals
            "choice options=saddle|minimum|maximum" | saddle | | minimum | WRONG   | 0 | another option
            "choice options=saddle|minimum|maximum" | saddle | | point   | INVALID | 0 | none of the options
            "choice options=saddle|minimum|maximum" | saddle | | ""      | INVALID | 0 | nothing
            choice | yes            |     | yes               | CORRECT | 1    | without a list of options
            "choices options=a|b|c" | "a; b" | | "a, b"       | CORRECT | 1    | both
            "choices options=a|b|c" | "a; b" | | "b; a"       | CORRECT | 1    | in any order
            "choices options=a|b|c" | "a; b" | | a            | PARTIAL | 0.5  | one is missing
            "choices options=a|b|c" | "a; b" | | "a, c"       | WRONG   | 0    | a right one and a wrong one
            "choices options=a|b|c" | "a; b" | | "a, b, c"    | PARTIAL | 0.5  | one too many
            "choices options=a|b|c" | "a; b" | | c            | WRONG   | 0    | none right
            "choices options=a|b|c" | "a; b" | | d            | INVALID | 0    | none of the options
            """)
    void grades(
            String kind, String value, String variables, String response, Outcome expected, double score, String why) {
        var verdict = Graders.grade(kind, value, variables == null ? "" : variables, response);

        assertThat(verdict.outcome()).as(why).isEqualTo(expected);
        assertThat(verdict.score()).isCloseTo(score, within(1e-4));
    }

    @ParameterizedTest(name = "{2} for {1} is a slip: {3}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            matrix | [1, 2; 3, 4] | [1,3;2,4]   | transposed
            matrix | [1, 2; 3, 4] | [1,2;3,-4]  | sign
            matrix | [1, 2; 3, 4] | [2,4;6,8]   | factor
            list   | "1, 2, 3"    | "3, 1, 2"   | order
            set    | "{1, 2}"     | 1           | missing
            set    | "{1, 2}"     | "{1, 2, 3}" | superfluous
            """)
    void namesTheMistake(String kind, String value, String response, String word) {
        var verdict = Graders.grade(kind, value, "", response);

        assertThat(verdict.outcome()).isIn(Outcome.WRONG, Outcome.PARTIAL);
        assertThat(verdict.mistake()).contains(word);
        assertThat(verdict.message()).isNotBlank();
    }

    @ParameterizedTest(name = "{1} for {0} is {2}")
    @CsvSource(delimiter = '@', textBlock = """
            |x| + y     @ |x| + y         @ CORRECT
            a; |x| + y  @ |x| + y; a      @ CORRECT
            |x|, y      @ |x|, y          @ CORRECT
            a           @ a, |x|, y       @ WRONG
            f = |x|     @ f = |x| | a     @ WRONG
            a; b        @ a; b            @ CORRECT
            b, c        @ b, c            @ CORRECT
            a           @ a,              @ CORRECT
            a           @ a a             @ INVALID
            """)
    void anOptionMayContainASeparator(String value, String response, Outcome expected) {
        var options = List.of("|x| + y", "|x|, y", "f = |x|", "a; b", "a", "b, c");
        var spec = new AnswerSpec("choices", List.of(value), Map.of(), Map.of("options", options), List.of());

        assertThat(Graders.GRADER.grade(spec, response).outcome()).isEqualTo(expected);
    }
}
