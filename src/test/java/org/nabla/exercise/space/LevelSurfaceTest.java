package org.nabla.exercise.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Surfaces whose area and place are known. */
class LevelSurfaceTest {
    private static final Box CUBE = Box.of(new double[] {-2, 2, -2, 2, -2, 2});

    @Test
    void aSphereHasItsAreaAndEveryNodeIsOnIt() {
        var sphere = LevelSurface.of((x, y, z) -> x * x + y * y + z * z - 1, CUBE);

        assertThat(Areas.of(sphere)).isCloseTo(4 * Math.PI, within(0.25));
        assertThat(sphere.nodes()).allSatisfy(p -> assertThat(Triples.length(p)).isCloseTo(1, within(1e-6)));
    }

    @Test
    void whatLeavesTheBoxIsCutOffAtItsSide() {
        var cylinder = LevelSurface.of((x, y, z) -> x * x + y * y - 1, CUBE);

        assertThat(Areas.of(cylinder)).isCloseTo(8 * Math.PI, within(0.3));
        assertThat(cylinder.nodes()).allMatch(p -> CUBE.contains(p, 1e-12));
        assertThat(cylinder.nodes()).anyMatch(p -> p[2] == 2).anyMatch(p -> p[2] == -2);
    }

    @Test
    void aSurfaceThatIsNowhereHasNoFaces() {
        assertThat(LevelSurface.of((x, y, z) -> x * x + 1, CUBE).faces()).isEmpty();
        assertThat(LevelSurface.of((x, y, z) -> Double.NaN, CUBE).faces()).isEmpty();
    }

    @Test
    void itIsSmallEnoughForAPage() {
        var gyroid = LevelSurface.of(
                (x, y, z) -> Math.sin(3 * x) * Math.cos(3 * y)
                        + Math.sin(3 * y) * Math.cos(3 * z)
                        + Math.sin(3 * z) * Math.cos(3 * x),
                CUBE);

        assertThat(gyroid.faces()).hasSizeLessThan(2_600);
    }
}
