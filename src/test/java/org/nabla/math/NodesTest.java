package org.nabla.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nabla.math.Cas.Answer;
import org.nabla.math.calculus.Derivative;
import org.nabla.math.calculus.UndifferentiableException;
import org.nabla.math.canonical.CanonicalForm;
import org.nabla.math.reading.ExpressionParser;
import org.nabla.math.reading.Reading;
import org.nabla.math.speech.SpeechWriter;
import org.nabla.math.symja.wire.TreeReader;
import org.nabla.math.symja.wire.TreeWriter;
import org.nabla.math.tidy.Tidy;
import org.nabla.math.value.Evaluator;
import org.nabla.math.writing.LatexWriter;
import org.nabla.math.writing.TextWriter;

/** Every kind of node, in everything that goes through trees. A new kind fails here until it has a sample, and its sample passes. */
class NodesTest {
    private static final Expression MARK = new Expression.Symbol("theta");
    private static final List<String> LETTERS = List.of("x", "y", "z", "t");

    static Stream<Expression> samples() {
        return NodeSamples.all();
    }

    @Test
    void everyKindHasASample() {
        assertThat(NodeSamples.byKind().keySet()).containsExactlyInAnyOrder(Expression.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void childrenAreAllPartsThatAreExpressionsInTheirOrder(Expression e) throws ReflectiveOperationException {
        var parts = new ArrayList<Expression>();
        if (e.getClass().isRecord()) {
            for (var component : e.getClass().getRecordComponents()) {
                collect(component.getAccessor().invoke(e), parts);
            }
        }

        assertThat(e.children()).isEqualTo(parts);
    }

    private static void collect(Object part, List<Expression> parts) {
        if (part instanceof Expression child) {
            parts.add(child);
        } else if (part instanceof List<?> several) {
            several.forEach(each -> collect(each, parts));
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void mapReplacesEveryChildAndNothingElse(Expression e) {
        var marked = e.map(child -> MARK);

        assertThat(marked).hasSameClassAs(e);
        assertThat(marked.children()).hasSameSizeAs(e.children()).allMatch(MARK::equals);
        assertThat(e.map(UnaryOperator.identity())).isEqualTo(e);
        assertThat(e.children().isEmpty()).isEqualTo(marked.equals(e));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void symbolsAreThoseOfTheChildren(Expression e) {
        var expected = new TreeSet<String>();
        e.children().forEach(child -> expected.addAll(child.symbols()));
        if (e.equals(new Expression.Symbol("x"))) {
            expected.add("x");
        }

        assertThat(e.symbols()).isEqualTo(expected);
        assertThat(LETTERS).allMatch(letter -> e.mentions(letter) == expected.contains(letter));
        assertThat(e.size())
                .isEqualTo(1 + e.children().stream().mapToInt(Expression::size).sum());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void theWrittenTextIsReadAsTheSameTree(Expression e) {
        for (var text : List.of(TextWriter.write(e), LatexWriter.write(e))) {
            assertThat(ExpressionParser.parse(text, RandomExpressions.VOCABULARY))
                    .as(text)
                    .isInstanceOfSatisfying(
                            Reading.Understood.class,
                            understood -> assertThat(understood.expression()).isEqualTo(e));
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyLetterIsSpoken(Expression e) {
        assertThat(List.of(SpeechWriter.write(e).split("[^A-Za-z0-9]+")))
                .isNotEmpty()
                .containsAll(e.symbols());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void theTidyFormHasTheSameLettersAndStaysAsItIs(Expression e) {
        var tidy = Tidy.tidy(e);

        assertThat(tidy.symbols()).isEqualTo(e.symbols());
        assertThat(Tidy.tidy(tidy)).isEqualTo(tidy);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void whatStandsForANumberHasAValueAndACanonicalForm(Expression e) {
        boolean known = e.isScalar() && !(e instanceof Expression.Application);

        // the value of a condition is 1 where it holds and 0 where it does not
        assertThat(Double.isFinite(Evaluator.of(e, LETTERS).at(0.3, 0.7, 1.1, 1.3)))
                .isEqualTo(known || e.isCondition());
        assertThat(CanonicalForm.same(e, e, Map.of(), new Deadline(Duration.ofSeconds(10))))
                .isEqualTo(known);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aDerivativeIsOfTheSameShapeOrSaidToBeUnknown(Expression e) {
        try {
            var derivative = Derivative.of(e, "x");

            assertThat(derivative.isScalar()).isEqualTo(e.isScalar());
            assertThat(e.isScalar() || derivative.getClass() == e.getClass()).isTrue();
        } catch (UndifferentiableException unknown) {
            assertThat(e).isInstanceOf(Expression.Application.class);
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void theSameTreeComesOutOfThePipe(Expression e) throws IOException {
        var bytes = new ByteArrayOutputStream();
        new TreeWriter(new DataOutputStream(bytes)).answer(new Answer.Found(e));

        assertThat(new TreeReader(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()))).answer())
                .isEqualTo(new Answer.Found(e));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void substitutionReachesEveryPlace(Expression e) {
        var replaced = Substitution.replace(e, Map.of("x", MARK, "y", MARK, "z", MARK, "t", MARK));

        assertThat(replaced.symbols()).doesNotContainAnyElementsOf(LETTERS);
        assertThat(replaced.hasSymbol()).isEqualTo(e.hasSymbol());
    }

    @Test
    void theOrderIsTotalOverAllKinds() {
        var all = samples().toList();
        for (var a : all) {
            for (var b : all) {
                var order = Integer.signum(ExpressionOrder.INSTANCE.compare(a, b));
                assertThat(order).isEqualTo(-Integer.signum(ExpressionOrder.INSTANCE.compare(b, a)));
                assertThat(order == 0).isEqualTo(a.equals(b));
            }
        }
        assertThat(all.stream().sorted(ExpressionOrder.INSTANCE).map(Object::getClass))
                .startsWith(
                        Expression.Numeral.class,
                        Expression.Decimal.class,
                        Expression.Constant.class,
                        Expression.Symbol.class,
                        Expression.Power.class,
                        Expression.Call.class,
                        Expression.Application.class,
                        Expression.Product.class,
                        Expression.Quotient.class,
                        Expression.Sum.class,
                        Expression.Negation.class);
    }
}
