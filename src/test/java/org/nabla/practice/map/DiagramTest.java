package org.nabla.practice.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nabla.exercise.curriculum.Curriculum;

/** The layered picture: what needs stands below what is needed, nothing overlaps, and lines cross little. */
class DiagramTest {
    private static final Diagram.Size SIZE = new Diagram.Size(3, 29, 5, 2);

    @Test
    void whatIsNeededIsSaidOnce() {
        var network = network(List.of("a", "b:a", "c:a,b", "d:c,a"));

        assertThat(network.reduced().needs("c")).containsExactly("b");
        assertThat(network.reduced().needs("d")).containsExactly("c");
    }

    @Test
    void crossedLinesAreUntangled() {
        var network = network(List.of("a", "b", "c", "x:c", "y:b", "z:a"));
        var rows = MapRows.of(network, 3);

        assertThat(Ordering.crossings(network, rows)).isEqualTo(3);
        assertThat(Ordering.crossings(network, Ordering.of(network, rows))).isZero();
    }

    @Test
    void whatComesFromElsewhereStandsRightAboveItsUse() {
        var needs = Map.of("far", Set.<String>of());
        var all = new LinkedHashMap<String, Set<String>>(needs);
        all.put("a", Set.of());
        all.put("b", Set.of("a"));
        all.put("c", Set.of("b", "far"));

        var spots = Diagram.of(new Network(all, Set.of("far")), SIZE).spots();

        assertThat(spot(spots, "far").y()).isEqualTo(spot(spots, "b").y());
    }

    @Test
    void aLineLeadsFromFootToHead() {
        var diagram = Diagram.of(network(List.of("a", "b:a")), SIZE);

        assertThat(diagram.lines()).singleElement().satisfies(line -> {
            assertThat(line.path()).startsWith("M50.0 5.0C").endsWith("50.0 7.0");
        });
        assertThat(diagram.height()).isEqualTo(12);
    }

    @ParameterizedTest
    @MethodSource("networks")
    void everythingStandsBelowWhatItNeedsAndApart(Network network, Diagram.Size size) {
        var diagram = Diagram.of(network, size);

        assertThat(diagram.spots().keySet()).containsExactlyInAnyOrderElementsOf(network.ids());
        network.ids()
                .forEach(id -> network.needs(id)
                        .forEach(need -> assertThat(spot(diagram.spots(), id).y())
                                .isGreaterThan(spot(diagram.spots(), need).y())));
        var rows = new HashMap<Double, List<Double>>();
        diagram.spots()
                .values()
                .forEach(spot ->
                        rows.computeIfAbsent(spot.y(), y -> new ArrayList<>()).add(spot.x()));
        rows.values().forEach(xs -> {
            assertThat(xs).hasSizeLessThanOrEqualTo(size.across());
            assertThat(xs).allMatch(x -> x > -4 && x < 104 - size.width());
            var sorted = xs.stream().sorted().toList();
            for (var i = 1; i < sorted.size(); i++) {
                assertThat(sorted.get(i) - sorted.get(i - 1)).isGreaterThanOrEqualTo(size.width());
            }
        });
        assertThat(diagram.lines())
                .hasSize(network.ids().stream()
                        .mapToInt(id -> network.needs(id).size())
                        .sum());
    }

    /** Every chapter of the curriculum at both widths, and fifty drawn by chance. */
    static Stream<Arguments> networks() {
        var sizes = List.of(new Diagram.Size(4, 22, 4.75, 2.5), new Diagram.Size(2, 46, 6.5, 2.25));
        var curriculum = Curriculum.load();
        var networks = new ArrayList<Network>();
        for (var area : curriculum.areas()) {
            var needs = new LinkedHashMap<String, Set<String>>();
            var own = area.skills().stream().map(skill -> skill.id().value()).toList();
            area.skills().forEach(skill -> {
                var needed = new LinkedHashSet<String>();
                skill.needs().stream()
                        .map(id -> id.value())
                        .filter(own::contains)
                        .forEach(needed::add);
                needs.put(skill.id().value(), needed);
            });
            networks.add(new Network(needs, Set.of()).reduced());
        }
        var chance = new Random(7);
        for (var i = 0; i < 50; i++) {
            networks.add(drawn(chance));
        }
        return networks.stream().flatMap(network -> sizes.stream().map(size -> Arguments.of(network, size)));
    }

    private static Network drawn(Random chance) {
        var needs = new LinkedHashMap<String, Set<String>>();
        var outside = new LinkedHashSet<String>();
        var count = 1 + chance.nextInt(14);
        for (var i = 0; i < count; i++) {
            var needed = new LinkedHashSet<String>();
            for (var earlier : needs.keySet()) {
                if (chance.nextInt(4) == 0) {
                    needed.add(earlier);
                }
            }
            if (needed.isEmpty() && chance.nextBoolean()) {
                outside.add("n" + i);
            }
            needs.put("n" + i, needed);
        }
        outside.removeIf(id -> needs.values().stream().noneMatch(n -> n.contains(id)));
        return new Network(needs, outside).reduced();
    }

    private static Network network(List<String> lines) {
        var needs = new LinkedHashMap<String, Set<String>>();
        for (var line : lines) {
            var parts = line.split(":", 2);
            needs.put(parts[0], parts.length == 1 ? Set.of() : new LinkedHashSet<>(List.of(parts[1].split(","))));
        }
        return new Network(needs, Set.of());
    }

    private static Diagram.Spot spot(Map<String, Diagram.Spot> spots, String id) {
        return Optional.ofNullable(spots.get(id)).orElseThrow();
    }
}
