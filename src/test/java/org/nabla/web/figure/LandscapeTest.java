package org.nabla.web.figure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LandscapeTest {

    @Test
    void everyStepGoesDownAndTheLastIsNearAMinimum() {
        var path = Landscape.descent();

        assertThat(path).hasSize(Landscape.STEPS + 1);
        for (int i = 1; i < path.size(); i++) {
            assertThat(Landscape.value(path.get(i))).isLessThanOrEqualTo(Landscape.value(path.get(i - 1)));
        }
        assertThat(Landscape.value(path.get(Landscape.STEPS))).isLessThan(1e-2);
    }

    @Test
    void thePictureIsLightEnoughForTheFirstPage() {
        assertThat(Landscape.svg().length()).isLessThan(40_000);
    }
}
