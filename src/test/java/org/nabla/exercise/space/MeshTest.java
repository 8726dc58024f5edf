package org.nabla.exercise.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Meshes of known sizes: clipped, measured from, put together to solids. */
class MeshTest {
    private static final Box CUBE = Box.of(new double[] {0, 1, 0, 1, 0, 1});

    @ParameterizedTest(name = "the plane at the height {0} with the slope {1} has the area {2} in the cube")
    @CsvSource({"0.5, 0, 1", "0, 1, 1.41421356", "1.5, 0, 0", "0.5, 1, 0.70710678", "-0.5, 1, 0.70710678"})
    void aPlaneIsCutOffAtTheSides(double height, double slope, double area) {
        var plane = Mesh.of((u, v) -> new double[] {u, v, height + slope * u}, 7, 3);

        assertThat(Areas.of(plane.clipped(CUBE))).isCloseTo(area, within(1e-8));
    }

    @ParameterizedTest(name = "({0}, {1}, {2}) is {3} away from the square: {4}")
    @CsvSource({
        "0.3, 0.7, 0.5, 0, on it",
        "0.3, 0.7, 0.9, 0.4, above it",
        "1.3, 0.5, 0.5, 0.3, beside an edge",
        "1.3, 1.4, 0.5, 0.5, beside a corner"
    })
    void aDistanceIsThatToTheNearestPoint(double x, double y, double z, double distance, String why) {
        var square = Mesh.of((u, v) -> new double[] {u, v, 0.5}, 1, 1);

        assertThat(square.distance(new double[] {x, y, z}, CUBE)).isCloseTo(distance, within(1e-12));
    }

    @Test
    void whereThePatchHasNoValueThereIsNoFace() {
        var half = Mesh.of((u, v) -> new double[] {u, v, Math.sqrt(u - 0.5)}, 4, 2);

        assertThat(half.faces()).hasSize(4);
        assertThat(half.nodes()).allMatch(Triples::isFinite);
    }

    @Test
    void aBallIsOneRoundFace() {
        var ball = Solid.surface(
                (rho, phi, theta) -> new double[] {
                    rho * Math.sin(Math.PI * phi) * Math.cos(2 * Math.PI * theta),
                    rho * Math.sin(Math.PI * phi) * Math.sin(2 * Math.PI * theta),
                    rho * Math.cos(Math.PI * phi)
                },
                CUBE);

        assertThat(ball.faces()).hasSize(256);
        assertThat(Areas.of(ball)).isCloseTo(4 * Math.PI, within(0.35));
    }

    @Test
    void aQuarterOfACylinderHasFiveFaces() {
        var quarter = Solid.surface(
                (r, theta, z) -> new double[] {r * Math.cos(Math.PI / 2 * theta), r * Math.sin(Math.PI / 2 * theta), z},
                CUBE);

        assertThat(quarter.faces())
                .as("two flat squares, two quarters of a disk, a quarter of the side")
                .hasSize(2 * 7 * 7 + 2 * 7 * 21 + 7 * 21);
        assertThat(Areas.of(quarter)).isCloseTo(2 + Math.PI / 2 + 2 * Math.PI / 4, within(0.01));
    }

    @ParameterizedTest(name = "through ({0}, {1}) along ({2}, {3}): {4}")
    @CsvSource({"0.5, 0.5, 1, 0, 1", "0.5, 0.5, 1, 1, 1.41421356", "2, 0.5, 0, 1, 0", "0, 2, 1, -1, 0"})
    void aLineIsCutOffAtTheSides(double x, double y, double dx, double dy, double length) {
        var ends = CUBE.cut(new double[] {x, y, 0.5}, new double[] {dx, dy, 0});

        assertThat(ends.isEmpty() ? 0 : Triples.length(Triples.minus(ends.get(1), ends.get(0))))
                .isCloseTo(length, within(1e-8));
    }

    @Test
    void twoMeshesAreOne() {
        var one = Mesh.of((u, v) -> new double[] {u, v, 0}, 2, 2);
        var both = one.and(Mesh.of((u, v) -> new double[] {u, v, 1}, 2, 2));

        assertThat(Areas.of(both)).isCloseTo(2, within(1e-12));
        assertThat(List.copyOf(both.faces())).hasSize(8);
    }
}
