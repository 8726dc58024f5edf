package org.nabla.exercise.curriculum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nabla.exercise.catalogue.ExerciseCatalogue;

/** The built-in curriculum is whole, and a broken one is refused with the place of the mistake. */
class CurriculumTest {
    private static final Curriculum BUILT_IN = Curriculum.load();

    private static final String INDEX = """
        areas: [one]
        tracks:
          - {id: all, name: All, what: All of it., skills: [AA01, AA02]}
        """;
    private static final String AREA = """
        area: One
        skills:
          - id: AA01
            name: First
            chapter: Start
            needs: []
            what: What comes first.
            why: It opens the second.
            read: [A book]
          - id: AA02
            name: Second
            chapter: Start
            needs: [AA01]
            what: What comes then.
            why: It ends the test.
            read: [A book]
        """;

    @Test
    void hasTwoHundredSkillsInTwelveAreas() {
        assertThat(BUILT_IN.skills()).hasSize(200).doesNotHaveDuplicates();
        assertThat(BUILT_IN.areas()).hasSize(12).extracting(Area::title).startsWith("Single-variable calculus");
    }

    @Test
    void everySkillSaysWhatItIsAndWhy() {
        assertThat(BUILT_IN.skills()).allSatisfy(skill -> {
            assertThat(skill.what()).as("what of %s", skill.id()).endsWith(".").hasSizeGreaterThan(15);
            assertThat(skill.why()).as("why of %s", skill.id()).endsWith(".").hasSizeGreaterThan(15);
            assertThat(skill.read()).as("reading for %s", skill.id()).isNotEmpty();
            assertThat(skill.needs()).as("needs of %s", skill.id()).doesNotHaveDuplicates();
        });
    }

    @Test
    void everySkillIsOnATrackAndComesAfterWhatItNeeds() {
        var onTracks = new HashSet<SkillId>();
        for (var track : BUILT_IN.tracks()) {
            onTracks.addAll(track.skills());
            assertThat(track.skills()).as(track.id()).doesNotHaveDuplicates();
            for (var id : track.skills()) {
                var later = track.skills()
                        .subList(track.skills().indexOf(id), track.skills().size());
                assertThat(BUILT_IN.skill(id).orElseThrow().needs())
                        .as("%s on %s", id, track.id())
                        .doesNotContainAnyElementsOf(later);
            }
        }
        assertThat(BUILT_IN.tracks()).hasSize(3);
        assertThat(onTracks).hasSize(200);
    }

    @Test
    void knowsWhatASkillNeedsAndOpens() {
        var gradient = BUILT_IN.skill("DF17").orElseThrow();

        assertThat(gradient.name()).isEqualTo("Gradient");
        assertThat(BUILT_IN.needs(gradient)).extracting(s -> s.id().value()).containsExactly("DF02", "VG03");
        assertThat(BUILT_IN.opens(gradient.id()))
                .extracting(s -> s.id().value())
                .contains("DF18", "MC01")
                .doesNotContain("DF02");
        assertThat(BUILT_IN.areaOf(gradient.id())).map(Area::id).contains("partial-differentiation");
        assertThat(BUILT_IN.skill("ZZ99")).isEmpty();
        assertThat(BUILT_IN.skill("gradient")).isEmpty();
    }

    @Test
    void knowsWhatIsEasilyTakenForIt() {
        assertThat(BUILT_IN.alike(new SkillId("DF18")))
                .extracting(SkillId::value)
                .containsExactly("DF17", "DF19");
        assertThat(BUILT_IN.alike(new SkillId("DF17")))
                .extracting(SkillId::value)
                .contains("DF18");
        assertThat(BUILT_IN.alike(new SkillId("SV01"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"AA01", "AA01 AA01", "AA01 AA02 AA03", "AA01 AA99", "AA01 gradient"})
    void aPairThatIsNoneIsNamed(String pair) {
        assertThatThrownBy(() -> curriculum(INDEX + "\nalike:\n  - " + pair + "\n", AREA))
                .isInstanceOf(BrokenCurriculumException.class)
                .hasMessageContaining(pair)
                .hasMessageContaining("does not name two skills");
    }

    @Test
    void theBuiltInTemplatesPractiseSkillsOfTheCurriculum() {
        assertThat(ExerciseCatalogue.load().all()).allSatisfy(template -> {
            assertThat(template.skills())
                    .as("skills of %s", template.id())
                    .allSatisfy(
                            skill -> assertThat(BUILT_IN.skill(skill)).as(skill).isPresent());
            assertThat(BUILT_IN.area(template.chapter()))
                    .as("chapter of %s", template.id())
                    .isPresent();
        });
    }

    @Test
    void aSmallCurriculumIsRead() {
        var read = curriculum(INDEX, AREA);

        assertThat(read.track("all").orElseThrow().skills()).hasSize(2);
        assertThat(read.skill("AA02").orElseThrow().place().line()).isEqualTo(10);
    }

    @ParameterizedTest(name = "{1} for {0}: {3}")
    @CsvSource({
        "needs: [AA01], needs: [AA07], one.yaml:10, 'AA02 needs AA07, which is no skill'",
        "needs: [], needs: [AA02], one.yaml:3, AA01 needs itself",
        "needs: [], needs: [AA01], one.yaml:3, AA01 needs itself",
        "id: AA02, id: AA01, one.yaml:10, the id AA01 is taken at curriculum/one.yaml:3",
        "id: AA02, id: second, one.yaml:10, is no id of a skill",
        "What comes then., '\" \"', one.yaml:14, the key what says nothing",
        "why: It ends the test., wy: It ends the test., one.yaml:10, the key why is missing",
        "area: One, title: One, one.yaml:1, the key area is missing",
        "'skills: [AA01, AA02]', skills: [AA03], curriculum.yaml:3, there is no skill AA03",
    })
    void aMistakeIsNamedWithItsPlace(String right, String wrong, String place, String message) {
        assertThatThrownBy(() -> curriculum(INDEX.replace(right, wrong), AREA.replace(right, wrong)))
                .isInstanceOf(BrokenCurriculumException.class)
                .hasMessageContaining(place)
                .hasMessageContaining(message);
    }

    private static Curriculum curriculum(String index, String area) {
        var files = Map.of("curriculum.yaml", index, "one.yaml", area);
        return Curriculum.read(name -> Objects.requireNonNull(files.get(name), name));
    }
}
