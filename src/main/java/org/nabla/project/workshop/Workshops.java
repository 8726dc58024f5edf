package org.nabla.project.workshop;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All workshops by their ids: a closed list, from which the file of a project names one. */
public final class Workshops {
    private static final Map<String, Workshop> ALL = List.of(
                    new GradientCheck(),
                    new DescentOnAQuadratic(),
                    new RegressionThreeWays(),
                    new NewtonForLogisticRegression(),
                    new SoftmaxClassifier(),
                    new MomentumAndAdam(),
                    new PcaByLagrange(),
                    new MixtureByEm(),
                    new PortfolioByKkt(),
                    new SamplesThroughAMap(),
                    new TinyAttention(),
                    new TwoLayerNetwork())
            .stream()
            .collect(Collectors.toUnmodifiableMap(Workshop::id, Function.identity()));

    private Workshops() {}

    public static Optional<Workshop> byId(String id) {
        return Optional.ofNullable(ALL.get(id));
    }

    /** Their ids, in the order of the alphabet. */
    public static List<String> ids() {
        return ALL.keySet().stream().sorted().toList();
    }
}
