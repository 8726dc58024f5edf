package org.nabla.web.prose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RenderedTest {
    private final List<String> made = new ArrayList<>();

    @Test
    void aTextIsMadeOnce() {
        var rendered = new Rendered<String>(this::make);

        assertThat(rendered.of("x").getValue()).isEqualTo("<p>x</p>");
        assertThat(rendered.of(new String("x")).getValue()).isEqualTo("<p>x</p>");
        assertThat(rendered.of("y").getValue()).isEqualTo("<p>y</p>");
        assertThat(made).containsExactly("x", "y");
    }

    @Test
    void whatIsKeptStaysWithinItsRoom() {
        var rendered = new Rendered<String>(this::make, 50_000);

        for (var i = 0; i < 1_000; i++) {
            rendered.of("text ".repeat(200) + i);
        }

        assertThat(rendered.size()).isLessThan(50);
        assertThat(rendered.of("after").getValue()).isEqualTo("<p>after</p>");
    }

    private String make(String text) {
        made.add(text);
        return "<p>" + text + "</p>";
    }
}
