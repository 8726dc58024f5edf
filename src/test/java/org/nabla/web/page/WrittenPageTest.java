package org.nabla.web.page;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.qute.Engine;
import io.quarkus.qute.TemplateException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenPageTest {
    private static final Engine ENGINE = Engine.builder().addDefaults().build();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain",
                "größer ≤ ∇f, and 𝑥 beyond the sixteen bits",
                "{#for text in texts}<li>{text}</li>{/for}",
                "{#if texts}{texts.get(0)}{#else}nothing{/if} · {texts.size}"
            })
    void writesWhatTheTemplateSays(String source) {
        var template = ENGINE.parse(source);
        var data = Map.of("texts", List.of("a − b", "π", "𝑥"));

        var written = WrittenPage.of(template.data(data));

        var said = template.data(data).render();
        assertArrayEquals(said.getBytes(StandardCharsets.UTF_8), written.utf8());
        assertEquals(said, written.toString());
    }

    @Test
    void saysWhatWentWrongAsTheTemplateDoes() {
        var template = ENGINE.parse("before {missing.name}");

        var said = assertThrows(TemplateException.class, () -> WrittenPage.of(template.instance()));

        assertEquals(
                assertThrows(TemplateException.class, () -> template.instance().render())
                        .getMessage(),
                said.getMessage());
    }

    @Test
    void waitsForWhatIsStillToCome() {
        var template = ENGINE.parse("{later}!");
        var later =
                CompletableFuture.supplyAsync(() -> "now", CompletableFuture.delayedExecutor(1, TimeUnit.MILLISECONDS));

        assertEquals(
                "now!", new String(WrittenPage.of(template.data("later", later)).utf8(), StandardCharsets.UTF_8));
    }
}
