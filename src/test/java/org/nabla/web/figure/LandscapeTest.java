package org.nabla.web.figure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LandscapeTest {

    @Test
    void everyStepGoesDownAndTheLastIsNearAMinimum() {
        var path = FirstPagePicture.descent();

        assertThat(path).hasSize(FirstPagePicture.STEPS + 1);
        for (int i = 1; i < path.size(); i++) {
            assertThat(FirstPagePicture.value(path.get(i)))
                    .isLessThanOrEqualTo(FirstPagePicture.value(path.get(i - 1)));
        }
        assertThat(FirstPagePicture.value(path.get(FirstPagePicture.STEPS))).isLessThan(1e-2);
    }

    @Test
    void thePictureIsLightEnoughForTheFirstPage() {
        assertThat(FirstPagePicture.svg().length()).isLessThan(40_000);
    }
}
