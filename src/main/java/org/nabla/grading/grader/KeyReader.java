package org.nabla.grading.grader;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.nabla.grading.AnswerSpec;
import org.nabla.grading.choice.ChoiceKind;
import org.nabla.grading.choice.ChoicesKind;
import org.nabla.grading.collection.ListKind;
import org.nabla.grading.collection.SetKind;
import org.nabla.grading.grader.ParsedKey.ParsedMistake;
import org.nabla.grading.integral.IntegralKind;
import org.nabla.grading.judging.Context;
import org.nabla.grading.judging.KeyRefused;
import org.nabla.grading.judging.Kind;
import org.nabla.grading.judging.MeasuredKind;
import org.nabla.grading.judging.Precision;
import org.nabla.grading.judging.Where;
import org.nabla.grading.locus.EquationKind;
import org.nabla.grading.locus.LocusKind;
import org.nabla.grading.realset.IntervalKind;
import org.nabla.grading.realset.RegionKind;
import org.nabla.grading.value.AntiderivativeKind;
import org.nabla.grading.value.ConditionKind;
import org.nabla.grading.value.DirectionKind;
import org.nabla.grading.value.LimitKind;
import org.nabla.grading.value.MatrixKind;
import org.nabla.grading.value.ScalarKind;
import org.nabla.grading.value.TupleKind;

/** Knows the answer kinds by their words, and makes keys of specifications. */
final class KeyReader {

    /** Makes the key of one kind, from all values or from the one value of a mistake. */
    @FunctionalInterface
    private interface Maker<R> {
        Kind<R> make(Context context, String field, List<String> values);

        default ParsedKey<R> read(Context context) {
            boolean measured = Precision.isMeasured(context);
            Where.of(context);
            var asked = make(context, "answer.value", context.spec().value());
            var judge = measured ? new MeasuredKind<>(asked) : asked;
            var mistakes = new ArrayList<ParsedMistake<R>>();
            var recognized = context.spec().mistakes().isEmpty() ? context : Precision.ofMistakes(context);
            for (var mistake : context.spec().mistakes()) {
                var index = String.valueOf(mistakes.size());
                var field = "answer.mistakes." + index + ".value";
                var wrong = make(recognized, field, List.of(mistake.value()));
                mistakes.add(new ParsedMistake<>(index, wrong, mistake.feedback()));
            }
            return new ParsedKey<>(judge, mistakes);
        }
    }

    private interface OneValue<R> {
        Kind<R> make(Context context, String field, String value);
    }

    private static final Map<String, Maker<?>> KINDS = new TreeMap<>(Map.ofEntries(
            Map.entry("number", one(ScalarKind::number)),
            Map.entry("expression", one(ScalarKind::expression)),
            Map.entry("antiderivative", one(AntiderivativeKind::of)),
            Map.entry("vector", one(TupleKind::of)),
            Map.entry("point", one(TupleKind::of)),
            Map.entry("direction", one(DirectionKind::direction)),
            Map.entry("parallel", one(DirectionKind::parallel)),
            Map.entry("matrix", one(MatrixKind::of)),
            Map.entry("list", many(ListKind::of)),
            Map.entry("set", many(SetKind::of)),
            Map.entry("choice", one(ChoiceKind::of)),
            Map.entry("choices", many(ChoicesKind::of)),
            Map.entry("limit", one(LimitKind::of)),
            Map.entry("line", one(LocusKind::line)),
            Map.entry("plane", one(LocusKind::plane)),
            Map.entry("curve", one(LocusKind::curve)),
            Map.entry("condition", many(ConditionKind::of)),
            Map.entry("integral", many(IntegralKind::of)),
            Map.entry("interval", one(IntervalKind::of)),
            Map.entry("region", one(RegionKind::of)),
            Map.entry("equation", one(EquationKind::of))));

    private KeyReader() {}

    static AnswerKey.KeyReading read(AnswerSpec spec) {
        var maker = KINDS.get(spec.kind());
        if (maker == null) {
            return new AnswerKey.KeyReading.Refused(
                    "answer.kind", "There is no such kind. The kinds are " + String.join(", ", KINDS.keySet()) + ".");
        }
        try {
            return new AnswerKey.KeyReading.Read(maker.read(Context.of(spec)));
        } catch (KeyRefused refused) {
            return new AnswerKey.KeyReading.Refused(refused.field(), refused.sentence());
        }
    }

    private static <R> Maker<R> many(Maker<R> maker) {
        return maker;
    }

    private static <R> Maker<R> one(OneValue<R> maker) {
        return (context, field, values) -> {
            if (values.size() != 1) {
                throw new KeyRefused(field, "Give exactly one value.");
            }
            return maker.make(context, field, values.get(0));
        };
    }
}
