package org.nabla.practice.next;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nabla.exercise.ExerciseId;
import org.nabla.exercise.catalogue.ExerciseCatalogue;
import org.nabla.exercise.curriculum.Curriculum;
import org.nabla.exercise.curriculum.Skill;
import org.nabla.exercise.curriculum.SkillId;
import org.nabla.exercise.template.ExerciseTemplate;
import org.nabla.practice.next.Suggestion.Kind;
import org.nabla.progress.checkin.Placed;
import org.nabla.progress.learner.Trail;
import org.nabla.progress.learner.Trail.Seen;
import org.nabla.progress.learner.Trail.Step;
import org.nabla.progress.mastery.Answer;
import org.nabla.progress.mastery.LearnerModel;
import org.nabla.progress.mastery.LearnerState;
import org.nabla.progress.mastery.Level;
import org.nabla.progress.mastery.MasteryView;
import org.nabla.progress.mastery.SkillGraph;

class NextWorkTest {
    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
    private static final Curriculum CURRICULUM = Curriculum.load();
    private static final ExerciseCatalogue CATALOGUE = ExerciseCatalogue.load();
    private static final LearnerModel MODEL = new LearnerModel(new SkillGraph(CURRICULUM, Set.of()));
    private static final NextWork WORK = new NextWork(CURRICULUM, CATALOGUE, MODEL);

    private final List<Answer> log = new ArrayList<>();
    private Optional<ExerciseId> last = Optional.empty();
    private String track = "multivariable";
    private Placed placed = Placed.NOWHERE;

    @Test
    void aNewcomerGetsSomethingNewThatNeedsNothing() {
        var first = suggest(START).get(0);

        assertThat(first.kind()).isEqualTo(Kind.NEW);
        assertThat(first.why()).contains("a place to start", "Multivariable calculus");
        assertThat(suggest(START)).hasSize(3).extracting(Suggestion::skill).doesNotHaveDuplicates();
    }

    @Test
    void theTrackThatWasChosenSaysWhereToStart() {
        track = "getting-ready";

        assertThat(suggest(START))
                .allSatisfy(s -> assertThat(s.skill().id().value()).matches("SV..|LA.."));
    }

    @Test
    void reviewsComeFirstAndTheLeastLikelyKnownBeforeOthers() {
        practise("DF02", START, 4, true);
        practise("MI02", START.plus(Duration.ofDays(4)), 4, true);
        last = Optional.empty();

        var suggested = suggest(START.plus(Duration.ofDays(40)));

        assertThat(suggested.get(0).skill().id()).isEqualTo(new SkillId("DF02"));
        assertThat(suggested.get(1).skill().id()).isEqualTo(new SkillId("MI02"));
        assertThat(suggested.get(0).kind()).isEqualTo(Kind.REVIEW);
        assertThat(suggested.get(0).why()).contains("39 days ago", "review");
    }

    @Test
    void afterSixReviewsInASessionThereIsOtherWork() {
        var skills = List.of("DF02", "DF05", "DF08", "DF10", "MI02", "MI09", "OP01", "OP02");
        skills.forEach(skill -> practise(skill, START, 4, true));
        var later = START.plus(Duration.ofDays(60));
        var reviewed = 0;
        while (suggest(later).get(0).kind() == Kind.REVIEW) {
            answer(suggest(later).get(0), later, true);
            later = later.plusSeconds(120);
            reviewed++;
        }

        assertThat(reviewed).isEqualTo(NextWork.MOST_REVIEWS);
        assertThat(suggest(later.plus(Duration.ofHours(1))).get(0).kind()).isEqualTo(Kind.REVIEW);
    }

    @Test
    void whatIsPutOffIsNotSuggested() {
        var first = suggest(START).get(0).skill();

        var suggested = WORK.suggest(situation(START, Set.of(first.id())), 3);

        assertThat(suggested).hasSize(3).extracting(Suggestion::skill).doesNotContain(first);
    }

    @Test
    void whatIsEasilyTakenForTheLastOneComesNext() {
        practise("MO01", START, 1, false);
        practise("OP07", START, 1, false);
        practise("DF18", START, 1, false);
        practise("DF17", START.plusSeconds(900), 1, false);

        var suggested = suggest(START.plusSeconds(1100));

        assertThat(suggested.get(0).skill().id()).isEqualTo(new SkillId("DF18"));
        assertThat(suggested.get(0).kind()).isEqualTo(Kind.LEARNING);
    }

    @Test
    void newWorkBeginsWhereTheCheckInSaysThatKnowledgeEnds() {
        var gradient = CURRICULUM.skill("DF17").orElseThrow();
        var below =
                Set.copyOf(CURRICULUM.needs(gradient).stream().map(Skill::id).toList());
        placed = new Placed(below, Set.of());

        var suggested = suggest(START, 40);

        assertThat(suggested)
                .extracting(s -> s.skill().id())
                .contains(gradient.id())
                .doesNotContainAnyElementsOf(below);
        assertThat(suggested.stream()
                        .filter(s -> s.skill().equals(gradient))
                        .findFirst()
                        .orElseThrow()
                        .why())
                .contains("the check-in takes you to know");
    }

    @Test
    void whatTheCheckInAskedTooEarlyWaitsAndWhatItFoundKnownHoldsNothingUp() {
        practise("MI09", START, 1, false);
        practise("DF02", START.plusSeconds(60), 1, true);
        last = Optional.empty();
        placed = new Placed(Set.of(new SkillId("DF02")), Set.of(new SkillId("MI09")));

        var suggested = suggest(START.plusSeconds(300));

        assertThat(suggested).hasSize(3).allSatisfy(s -> assertThat(s.kind()).isEqualTo(Kind.NEW));
        assertThat(suggested).extracting(s -> s.skill().id().value()).doesNotContain("MI09", "DF02");
    }

    @Test
    void aMissOverrulesTheCheckIn() {
        practise("DF02", START, 1, false);
        last = Optional.empty();
        placed = new Placed(Set.of(new SkillId("DF02")), Set.of());

        assertThat(suggest(START.plusSeconds(300)).get(0).skill().id()).isEqualTo(new SkillId("DF02"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"DF17", "MI09", "SV07", "LA08", "SI05", "DF02"})
    void somebodysSlipComesOnlyAfterTwoRightAnswersOfOnesOwn(String id) {
        var skill = CURRICULUM.skill(id).orElseThrow();
        var right = 0;
        var slips = 0;
        for (var i = 0; i < 30; i++) {
            var at = START.plusSeconds(100L * i);
            var chosen = CATALOGUE
                    .find(WORK.of(skill, situation(at, Set.of())).orElseThrow().template())
                    .orElseThrow();
            if (chosen.task().showsSlip()) {
                assertThat(right).as("right answers before " + chosen.id()).isGreaterThanOrEqualTo(2);
                slips++;
            }
            var isRight = i % 3 == 2;
            right += isRight ? 1 : 0;
            write(id, chosen.id(), at, isRight);
        }
        var some = CATALOGUE.bySkill(id).stream()
                .anyMatch(t -> t.skills().get(0).equals(id) && t.task().showsSlip());

        assertThat(slips > 0).as("a slip was shown").isEqualTo(some);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void noTemplateComesTwiceInARowAndNewWorkIsAtTheEdge(int seed) {
        var chance = new Random(seed);
        var at = START;
        for (var i = 0; i < 40; i++) {
            var chosen = suggest(at).get(0);
            assertThat(Optional.of(chosen.template())).isNotEqualTo(last);
            var others =
                    suggest(at).stream().skip(1).filter(other -> !other.why().contains("builds on"));
            if (others.findAny().isPresent()) {
                last.flatMap(CATALOGUE::find)
                        .ifPresent(before -> assertThat(before.skills().get(0))
                                .isNotEqualTo(chosen.skill().id().value()));
            }
            if (chosen.kind() == Kind.NEW && !chosen.why().contains("builds on")) {
                var state = MODEL.replay(log);
                var now = at;
                assertThat(CURRICULUM.needs(chosen.skill()))
                        .filteredOn(need -> state.skill(need.id()).isPresent())
                        .filteredOn(need -> !passedAHarderOne(need))
                        .allSatisfy(need -> assertThat(MasteryView.of(MODEL, state, need.id(), now)
                                        .level())
                                .isGreaterThanOrEqualTo(Level.PRACTISED));
            }
            answer(chosen, at, chance.nextInt(10) < 8);
            at = at.plusSeconds(60 + (i % 12 == 11 ? 86_400 * chance.nextInt(4) : 0));
        }
    }

    /** Whether it was shown to be known by one of its harder exercises. */
    private boolean passedAHarderOne(Skill skill) {
        var own = CATALOGUE.bySkill(skill.id().value()).stream()
                .filter(t -> t.skills().get(0).equals(skill.id().value()))
                .toList();
        var hard =
                Math.min(3, own.stream().mapToInt(ExerciseTemplate::level).max().orElse(0));
        return own.stream()
                .filter(t -> t.level() >= hard)
                .anyMatch(t ->
                        log.stream().anyMatch(a -> a.right() && a.template().equals(t.id().value())));
    }

    private List<Suggestion> suggest(Instant now) {
        return suggest(now, 3);
    }

    private List<Suggestion> suggest(Instant now, int most) {
        return WORK.suggest(situation(now, Set.of()), most);
    }

    private Situation situation(Instant now, Set<SkillId> postponed) {
        var seen = new HashMap<ExerciseId, Seen>();
        log.forEach(answer -> seen.put(
                new ExerciseId(answer.template()),
                seen.getOrDefault(new ExerciseId(answer.template()), Seen.NEVER)
                        .plus(answer.right() && answer.unaided())));
        var state = MODEL.replay(log);
        return new Situation(
                state,
                views(state, now),
                placed,
                CURRICULUM.track(track).orElseThrow(),
                postponed,
                new Trail(last.isPresent() ? steps() : List.of(), seen),
                now);
    }

    private List<Step> steps() {
        var steps = new ArrayList<Step>();
        log.forEach(answer -> steps.add(0, new Step(new ExerciseId(answer.template()), answer.right(), answer.at())));
        return steps;
    }

    private static Map<SkillId, MasteryView> views(LearnerState state, Instant now) {
        return state.skills().keySet().stream()
                .collect(Collectors.toMap(id -> id, id -> MasteryView.of(MODEL, state, id, now)));
    }

    private void practise(String skill, Instant from, int answers, boolean right) {
        for (var i = 0; i < answers; i++) {
            var templates = CATALOGUE.bySkill(skill);
            write(skill, templates.get(i % templates.size()).id(), from.plusSeconds(40L * log.size()), right);
        }
    }

    private void answer(Suggestion chosen, Instant at, boolean right) {
        write(chosen.skill().id().value(), chosen.template(), at, right);
    }

    private void write(String skill, ExerciseId template, Instant at, boolean right) {
        var met = new Answer.Met(List.of(0.0), 0, .02);
        var skills = List.of(new SkillId(skill));
        log.add(new Answer(at, log.size(), template.value(), skills, met, right, true, false));
        last = Optional.of(template);
    }
}
