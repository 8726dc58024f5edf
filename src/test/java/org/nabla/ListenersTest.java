package org.nabla;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.TestExecutionListener;

/** What listens to a run is named in a file of its own; whoever writes one name over another is not told. */
class ListenersTest {

    @Test
    void whatListensToARunIsFound() {
        assertThat(ServiceLoader.load(TestExecutionListener.class).stream().map(ServiceLoader.Provider::type))
                .contains(BrowserSummary.class, Precedence.class);
    }
}
