package org.nabla.practice;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nabla.Browsing;
import org.nabla.exercise.catalogue.ExerciseCatalogue;
import org.nabla.exercise.curriculum.Curriculum;
import org.nabla.exercise.curriculum.Skill;

/** The skills over HTTP: found by area, track and search, each with a page that leads on. */
@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class SkillPagesTest {

    @Inject
    Curriculum curriculum;

    @Inject
    ExerciseCatalogue catalogue;

    @Test
    void everySkillIsListedOnceUnderItsArea() {
        var page = Browsing.start().page("/skills");

        assertThat(page.select(".skills > li > a").eachAttr("href"))
                .containsExactlyElementsOf(curriculum.skills().stream()
                        .map(skill -> skill.address())
                        .toList());
        assertThat(page.select("section[aria-labelledby=partial-differentiation] a[href=/skills/gradient]"))
                .hasSize(1);
        assertThat(page.select("section h2[id]").eachAttr("id"))
                .containsExactlyElementsOf(
                        curriculum.areas().stream().map(area -> area.id()).toList());
    }

    /** In the list, on the map and on its own page; and nothing else is. */
    @Test
    void skillsWithoutExercisesAndNoOthersAreMarkedAsComing() {
        var visitor = Browsing.start();
        var practised = catalogue.all().stream()
                .flatMap(template -> template.skills().stream())
                .collect(Collectors.toSet());
        var coming = curriculum.skills().stream()
                .filter(skill -> !practised.contains(skill.id().value()))
                .map(Skill::address)
                .toList();

        assertThat(visitor.page("/skills")
                        .select(".skills > li:contains(coming: no exercises yet) > a")
                        .eachAttr("href"))
                .containsExactlyElementsOf(coming);
        var onTheMap = curriculum.areas().stream()
                .flatMap(area -> visitor
                        .page("/skills/map/" + area.id())
                        .select(".map-node:not(.outside):has(.map-state:contains(coming)) a")
                        .eachAttr("href")
                        .stream())
                .toList();
        assertThat(onTheMap).containsExactlyInAnyOrderElementsOf(coming);
        assertThat(coming)
                .allSatisfy(address -> assertThat(
                                visitor.page(address).select("main").text())
                        .contains("Coming: there are no exercises"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "/skills?q=first partial derivative, first-partial-derivative",
        "/skills?q=gradient AT a point, gradient-at-a-point",
        "/skills?q=gradient at a point&track=machine-learning, gradient-at-a-point",
    })
    void aSearchFindsExercisesByName(String address, String template) {
        var page = Browsing.start().page(address);

        assertThat(page.select(".found a[href=/practice/" + template + "]")).isNotEmpty();
        assertThat(page.select(".skills > li")).hasSizeLessThan(20);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"machine-learning", "multivariable", "getting-ready"})
    void aTrackListsItsSkillsOnly(String id) {
        var visitor = Browsing.start();

        var page = visitor.page("/skills?track=" + id);

        assertThat(page.select(".skills > li > a").eachAttr("href"))
                .containsExactlyInAnyOrderElementsOf(curriculum.track(id).orElseThrow().skills().stream()
                        .map(skill -> curriculum.address(skill))
                        .toList());
        assertThat(page.select("[aria-label=Tracks] [aria-current]").eachAttr("href"))
                .containsExactly("/skills?track=" + id);
        assertThat(visitor.page("/").select("main a[href=/skills?track=" + id + "]"))
                .hasSize(1);
    }

    @Test
    void aSkillSaysWhatItIsAndLeadsOn() {
        var page = Browsing.start().page("/skills/gradient");

        assertThat(page.select("h1").text()).isEqualTo("Gradient");
        assertThat(page.select(".lead").text()).startsWith("You stand on a hill in fog.");
        assertThat(page.select("meta[name=description]").attr("content"))
                .isEqualTo("The vector of all partial derivatives.");
        assertThat(page.select("main a").eachAttr("href"))
                .contains(
                        "/practice/gradient-at-a-point",
                        "/skills#partial-differentiation",
                        "/skills/partial-derivatives",
                        "/skills/directional-derivative",
                        "/skills?track=machine-learning");
        assertThat(page.text()).contains("OpenStax, Calculus Volume 3, section 4.6");
    }

    @Test
    void theSkillsOfAnExerciseAreOneStepAway() {
        var page = Browsing.start().page("/practice/gradient-at-a-point/3");

        assertThat(page.select(".where a").attr("href")).isEqualTo("/skills#partial-differentiation");
        assertThat(page.select(".where a").text()).isEqualTo("Partial differentiation");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"/skills/ZZ99", "/skills/df17", "/skills/%3Cb%3E", "/skills?track=nowhere"})
    void whatIsNotThereIsNotFound(String address) {
        var response = Browsing.start().get(address);

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(Browsing.parse(response).select("h1").text()).startsWith("There is no such");
        assertThat(Browsing.parse(response).select("main a[href]")).isNotEmpty();
    }

    @Test
    void anAddressOfLettersAndANumberLeadsToTheReadableOne() {
        var old = Browsing.start().get("/skills/DF17");

        assertThat(old.statusCode()).isEqualTo(308);
        assertThat(old.header("Location")).endsWith("/skills/gradient");
    }

    @Test
    void everySkillHasAnAddressOfItsOwn() {
        var slugs = curriculum.skills().stream().map(skill -> skill.slug()).toList();

        assertThat(slugs).doesNotHaveDuplicates().allMatch(slug -> slug.matches("[a-z0-9]+(-[a-z0-9]+)*"));
        assertThat(slugs).doesNotContain("map");
        for (var skill : curriculum.skills()) {
            assertThat(curriculum.called(skill.slug())).contains(skill);
        }
    }
}
