package org.nabla.practice;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nabla.BrowserTest;
import org.nabla.exercise.catalogue.ExerciseCatalogue;

/**
 * Where the box of an exercise is when its page opens, and Check with it. A share of the templates, in the long form
 * ({@code -Dnabla.long=true}) all of them.
 */
@QuarkusTest
class BoxBrowserTest extends BrowserTest {
    private static final boolean LONG = Boolean.getBoolean("nabla.long");
    private static final int STEP = LONG ? 1 : Integer.getInteger("nabla.step", 23);
    /** The longest, looked at each time. */
    private static final List<String> TIGHT = List.of(
            "order-a-squeeze-argument",
            "gradient-of-a-broadcast-scale-and-shift",
            "order-the-lines-of-a-training-step",
            "order-the-steps-of-an-extremum-problem");

    private static final int HIGH = 800;
    private static final int PHONE = 844;

    private static final String WHERE = """
            () => {
              const box = document.querySelector('#answer input:not([type=hidden])').getBoundingClientRect();
              const figure = document.querySelector('.exercise > .figure')?.getBoundingClientRect();
              const bar = document.querySelector('#answer > .actions').getBoundingClientRect();
              return {
                box: Math.round(box.bottom),
                free: Math.round(Math.min(innerHeight, bar.top)),
                check: Math.round(bar.bottom),
                prompt: Math.round(document.querySelector('.prompt').getBoundingClientRect().height),
                figure: Math.round(figure?.height ?? 0),
                wide: document.documentElement.scrollWidth - innerWidth,
                screen: innerHeight,
              };
            }""";

    @Inject
    ExerciseCatalogue catalogue;

    private record Found(String template, Map<String, Integer> at) {
        boolean visible() {
            return at("box") <= at("free");
        }

        /** The longest have no part in a share of all. */
        boolean counts() {
            return LONG || !TIGHT.contains(template);
        }

        int at(String name) {
            return Objects.requireNonNull(at.get(name));
        }

        @Override
        public String toString() {
            return template + " " + at;
        }
    }

    @Test
    @SuppressWarnings("unchecked")
    void theBoxIsSeenWithoutScrolling() {
        var wide = new ArrayList<Found>();
        var narrow = new ArrayList<Found>();
        var context = newContext(Look.DESKTOP_LIGHT);
        var page = openIn(context, "/about");
        for (var template : templates()) {
            page.setViewportSize(1280, HIGH);
            page.navigate(root.resolve("/practice/" + template + "/3").toString());
            // In another font the text is longer.
            page.evaluate("() => document.fonts.ready.then(() => true)");
            wide.add(new Found(template, (Map<String, Integer>) page.evaluate(WHERE)));
            // Turned round and not loaded anew: no script has looked at the window.
            page.setViewportSize(390, PHONE);
            narrow.add(new Found(template, (Map<String, Integer>) page.evaluate(WHERE)));
        }
        say("1280 x 800", wide);
        say("390 x 844", narrow);

        assertThat(wide).allMatch(Found::visible);
        assertThat(narrow).allSatisfy(found -> {
            assertThat(found.at("wide")).as(found.template).isLessThanOrEqualTo(0);
            assertThat(found.at("figure")).as(found.template).isLessThan(PHONE);
        });
        var share = narrow.stream().filter(Found::counts).toList();
        var hidden = share.stream().filter(found -> !found.visible()).toList();
        assertThat(hidden).hasSizeLessThanOrEqualTo(share.size() / 10);
        assertThat(narrow.stream().filter(Found::visible))
                .as("where the box is seen, Check is in reach of the thumb")
                .allMatch(found -> found.at("check") <= PHONE);
    }

    /** The shadow at the side where a formula goes on: there before it is moved, and gone at its end. */
    @ParameterizedTest(name = "{0}")
    @EnumSource(
            value = Look.class,
            names = {"PHONE_LIGHT", "PHONE_DARK"})
    void aFormulaThatGoesOnShowsWhere(Look look) {
        var formula = open("/practice/continuous-extension/3", look)
                .locator(".prompt .tex[data-display='1']")
                .first();
        assertThat((Integer) formula.evaluate("f => f.scrollWidth - f.clientWidth"))
                .as("what is out of sight")
                .isPositive();

        var before = new Sides(formula.screenshot());
        formula.evaluate("f => { f.scrollLeft = f.scrollWidth; }");
        var after = new Sides(formula.screenshot());

        assertThat(before.right()).as("more to the right").isNotEqualTo(after.right());
        assertThat(before.left()).as("more to the left").isNotEqualTo(after.left());
        assertThat(before.left()).as("nothing more").isEqualTo(after.right());
    }

    /** The colors near both ends of the upper edge, where no formula is written. */
    private record Sides(int left, int right) {
        /** The outermost may belong to what is beside: an edge need not lie between two pixels. */
        private static final int INSIDE = 4;

        Sides(byte[] picture) {
            this(read(picture));
        }

        private Sides(BufferedImage picture) {
            this(picture.getRGB(INSIDE, INSIDE), picture.getRGB(picture.getWidth() - 1 - INSIDE, INSIDE));
        }

        private static BufferedImage read(byte[] picture) {
            try {
                return ImageIO.read(new ByteArrayInputStream(picture));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private Set<String> templates() {
        var templates = new LinkedHashSet<>(TIGHT);
        for (int i = 0; i < catalogue.all().size(); i += STEP) {
            templates.add(catalogue.all().get(i).id().value());
        }
        return templates;
    }

    private static void say(String screen, List<Found> found) {
        var hidden = found.stream().filter(f -> !f.visible()).toList();
        System.out.printf("%s: box seen in %d of %d%n", screen, found.size() - hidden.size(), found.size());
        hidden.forEach(System.out::println);
    }
}
