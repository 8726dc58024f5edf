package org.nabla.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.qute.Engine;
import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.ValueResolver;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OuterNamesTest {

    /** One of the hundreds that know nothing of the name. */
    private static final class Other implements ValueResolver {
        final AtomicInteger asked = new AtomicInteger();

        @Override
        public int getPriority() {
            return 10;
        }

        @Override
        public boolean appliesTo(EvalContext context) {
            asked.incrementAndGet();
            return false;
        }

        @Override
        public CompletionStage<Object> resolve(EvalContext context) {
            throw new IllegalStateException("it applies to nothing");
        }
    }

    @ParameterizedTest(name = "{0} is {1}: {2}")
    @CsvSource(delimiter = ';', textBlock = """
            {page.title};                                                  Curl;         nothing around it
            {#include layout}{page.title}{/include};                       <Curl>;       inside of the layout
            {#include layout}{#if page.title}{page.title}{/if}{/include};  <Curl>;       in a condition there
            {#include layout}{#for s in skills}{page.title}{s}{/for}{/include}; <Curl1Curl2>; in a loop there
            {#include layout}{#for page in skills}{page}{/for}{/include};  <12>;         the nearest one is that of the loop
            {#include layout}{#each skills}{it}{it_count}{page.title}{/each}{/include}; <11Curl22Curl>; in a loop that names nothing
            {#include layout}{#with page}{title}{skills.size}{/with}{/include}; <Curl2>;   beside what is no room of names
            {#include layout}{#let page=skills}{page.size}{/let}{/include}; <2>;         the nearest one of the name
            {#include layout}{#include layout}{page.title}{/include}{/include}; <<Curl>>; in a layout within a layout
            {#include layout}{nobody ?: 'none'}{/include};                 <none>;       a name that nobody knows
            {#include layout}{page.subtitle ?: 'none'}{/include};          <none>;       nor what it says of something else
            """)
    void aNameMeansTheSameWithIt(String template, String text, String why) {
        var data = Map.of("page", Map.of("title", "Curl"), "skills", List.of(1, 2));

        assertThat(render(builder(), template, data)).isEqualTo(text);
        assertThat(render(builder().addValueResolver(new OuterNames()), template, data))
                .isEqualTo(text);
    }

    @Test
    void noOtherIsAskedForANameInsideOfTheLayoutOrOfALoop() {
        var without = new Other();
        var with = new Other();
        var template = "{#include layout}{page}{#for skill in skills}{page}{skill}{/for}{/include}";
        var data = Map.of("page", "Curl", "skills", List.of("DF02", "DF03"));

        render(builder().addValueResolver(without), template, data);
        render(builder().addValueResolver(with).addValueResolver(new OuterNames()), template, data);

        assertThat(without.asked.get()).isPositive();
        assertThat(with.asked.get()).isZero();
    }

    private static EngineBuilder builder() {
        return Engine.builder().addDefaults();
    }

    private static String render(EngineBuilder builder, String template, Map<String, ?> data) {
        var engine = builder.build();
        engine.putTemplate("layout", engine.parse("<{#insert /}>"));
        var instance = engine.parse(template).instance();
        data.forEach(instance::data);
        return instance.render();
    }
}
