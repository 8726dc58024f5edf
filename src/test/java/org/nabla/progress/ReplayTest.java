package org.nabla.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.nabla.account.UserId;
import org.nabla.database.glance.Glance;
import org.nabla.exercise.curriculum.SkillId;
import org.nabla.progress.learner.LearnerStateRepository;
import org.nabla.progress.learner.MasteryLog;
import org.nabla.progress.learner.SkillStates;
import org.nabla.progress.learner.Steps;
import org.nabla.progress.mastery.LearnerModel;
import org.nabla.progress.mastery.LearnerState;
import org.nabla.progress.mastery.Level;
import org.nabla.progress.store.Histories;
import org.nabla.progress.store.StoredExercise;

/** What is known of learners is derived from their attempts, and from nothing else. */
@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class ReplayTest {
    private static final Instant START = Instant.parse("2026-03-01T09:00:00Z");
    private static final List<List<String>> SKILLS = List.of(
            List.of("DF01"),
            List.of("DF02"),
            List.of("DF17", "DF02"),
            List.of("DF18", "DF17"),
            List.of("MC01"),
            List.of("DF02", "MC01", "DF18"));

    @Inject
    Histories histories;

    @Inject
    MasteryLog log;

    @Inject
    LearnerStateRepository states;

    @Inject
    SkillStates skillStates;

    @Inject
    Steps steps;

    @Inject
    LearnerModel model;

    @Inject
    AttemptMerge merge;

    @Inject
    EntityManager database;

    @Test
    void aReplayRebuildsTheStateBitForBit() {
        var ada = histories.learner();
        practise(ada, 1, 90);
        var before = stored(ada);
        assertThat(before).hasSizeGreaterThan(4);

        QuarkusTransaction.requiringNew().run(() -> {
            wipe("skill_state", ada);
            wipe("learner_state", ada);
        });
        assertThat(stored(ada)).isEmpty();
        shiftDifficulties(.7);
        QuarkusTransaction.requiringNew().run(() -> log.rebuild(ada));
        shiftDifficulties(-.7);

        assertThat(stored(ada)).isEqualTo(before);
    }

    @Test
    void answersThatOvertakeEachOtherLeaveTheStateOfTheirOrder() {
        var exercises = exercises(2);
        var inOrder = histories.learner();
        var overtaken = histories.learner();
        for (var i = 0; i < exercises.size(); i++) {
            histories.answer(inOrder, exercises.get(i), START.plusSeconds(600L * i), i % 3 > 0);
        }
        for (var i = exercises.size() - 1; i >= 0; i--) {
            histories.answer(overtaken, exercises.get(i), START.plusSeconds(600L * i), i % 3 > 0);
        }

        assertThat(state(overtaken)).isEqualTo(state(inOrder));
    }

    @Test
    void whatAGuestDidCountsForTheAccountIntoWhichTheySignIn() {
        var guest = histories.learner();
        var ada = histories.learner();
        var exercises = exercises(3);
        for (var i = 0; i < exercises.size(); i++) {
            histories.answer(i % 2 == 0 ? ada : guest, exercises.get(i), START.plusSeconds(60L * i), i % 3 > 0);
        }
        // Both tried the first one: only the earlier attempt says something.
        histories.answer(guest, exercises.get(0), START.plusSeconds(30), true);

        QuarkusTransaction.requiringNew().run(() -> {
            merge.merge(guest, ada);
            delete(guest);
        });

        var alone = histories.learner();
        for (var i = 0; i < exercises.size(); i++) {
            histories.answer(alone, exercises.get(i), START.plusSeconds(60L * i), i % 3 > 0);
        }
        assertThat(state(ada)).isEqualTo(state(alone));
    }

    @Test
    void thePageOfAnAnswerKnowsTheLevelBeforeItAsTheLogTellsIt() {
        var ada = histories.learner();
        var chance = new Random(5);
        for (var i = 0; i < 40; i++) {
            var skills = SKILLS.get(chance.nextInt(SKILLS.size()));
            var skill = new SkillId(skills.get(0));
            var exercise = histories.exercise("made-for-steps-" + i % 5, 500 + i, skills);
            histories.answer(ada, exercise, START.plus(Duration.ofHours(9L * i)), chance.nextInt(10) < 8);

            var known = steps.before(ada, state(ada), skill);
            var change = skillStates.change(ada, exercise.id(), skill);

            assertThat(known).contains(levelWithout(ada, exercise, skill));
            assertThat(change.map(SkillStates.Change::before)).isEqualTo(known);
        }

        var other = new LearnerState(
                state(ada).ability() + 1e-9,
                state(ada).answers(),
                state(ada).wrong(),
                state(ada).last(),
                state(ada).sitting(),
                state(ada).skills());
        assertThat(SKILLS.stream().flatMap(List::stream).map(SkillId::new))
                .allMatch(skill -> steps.before(ada, other, skill).isEmpty());
    }

    private Level levelWithout(UserId learner, StoredExercise exercise, SkillId skill) {
        return QuarkusTransaction.requiringNew()
                .call(() -> model.level(
                        model.replay(states.log(learner).stream()
                                .filter(event -> event.exercise() != exercise.id())
                                .toList()),
                        skill));
    }

    @Test
    void thePageThatComesIsToldTheStateThatIsWrittenAsItWouldReadIt() {
        var ada = histories.learner();
        var chance = new Random(6);
        for (var i = 0; i < 20; i++) {
            var exercise =
                    histories.exercise("made-for-a-page-" + i % 5, 600 + i, SKILLS.get(chance.nextInt(SKILLS.size())));
            // Now and then one that overtakes others, from whose log all is derived.
            var at = START.plus(Duration.ofHours(i % 7 == 6 ? 9L * i - 40 : 9L * i))
                    .plusNanos(1_000L * i);
            var foreseen = histories.answerSeen(ada, exercise, at, chance.nextBoolean());

            assertThat(Glance.at(foreseen::tell, () -> states.of(ada))).isEqualTo(state(ada));
        }
    }

    @Test
    void aPageReadsOnceWhatSeveralOfItsPartsAskFor() {
        record Name(int number) {}
        var read = new AtomicInteger();

        var sum = Glance.at(() -> {
            var first = Glance.once(new Name(1), read::incrementAndGet);
            var again = Glance.at(() -> Glance.once(new Name(1), read::incrementAndGet));
            var other = Glance.once(new Name(2), read::incrementAndGet);
            assertThat(QuarkusTransaction.isActive()).isTrue();
            return List.of(first, again, other);
        });

        assertThat(sum).containsExactly(1, 1, 2);
        assertThat(QuarkusTransaction.isActive()).isFalse();
        assertThat(Glance.once(new Name(1), read::incrementAndGet)).isEqualTo(3);
        assertThatThrownBy(() -> Glance.at(() -> {
                    throw new IllegalStateException("a page that fails");
                }))
                .hasMessage("a page that fails");
        Glance.at(() -> assertThat(Glance.once(new Name(1), read::incrementAndGet))
                .as("nothing is left of the look that failed")
                .isEqualTo(4));
    }

    @Test
    void nothingIsLeftOfADeletedAccount() {
        var ada = histories.learner();
        practise(ada, 4, 5);

        QuarkusTransaction.requiringNew().run(() -> delete(ada));

        assertThat(stored(ada)).isEmpty();
        assertThat(state(ada)).isEqualTo(LearnerState.NEWCOMER);
    }

    /** Right, wrong and aided, pauses of minutes and of weeks, several at the same moment, some that overtake others. */
    private void practise(UserId learner, int seed, int answers) {
        var chance = new Random(seed);
        var at = START;
        for (var i = 0; i < answers; i++) {
            var exercise = histories.exercise(
                    "made-for-replay-" + i % 7, 100 * seed + i, SKILLS.get(chance.nextInt(SKILLS.size())));
            if (chance.nextInt(5) == 0) {
                histories.openHelp(learner, exercise);
            }
            if (chance.nextInt(4) > 0) {
                at = at.plus(Duration.ofMillis((long) (1e9 * Math.pow(chance.nextDouble(), 4))))
                        .plusNanos(chance.nextInt(1_000_000_000));
            }
            var late = chance.nextInt(15) == 0 ? at.minusSeconds(chance.nextInt(7200)) : at;
            histories.answer(learner, exercise, late, chance.nextInt(10) < 7);
        }
    }

    private List<StoredExercise> exercises(int seed) {
        var made = new ArrayList<StoredExercise>();
        for (var i = 0; i < 12; i++) {
            made.add(histories.exercise("made-for-order-" + i % 5, 100 * seed + i, SKILLS.get(i % SKILLS.size())));
        }
        return made;
    }

    private LearnerState state(UserId learner) {
        return QuarkusTransaction.requiringNew().call(() -> states.of(learner));
    }

    /** The rows as text, in which two doubles are the same only if all their bits are. */
    private List<String> stored(UserId learner) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var rows = new ArrayList<String>();
            for (var table : List.of("learner_state t where", "skill_state t where")) {
                List<?> found = database.createNativeQuery(
                                "select cast(t as text) from " + table + " learner_id = :learner order by 1")
                        .setParameter("learner", learner.value())
                        .getResultList();
                found.forEach(row -> rows.add((String) row));
            }
            return rows;
        });
    }

    /** What others answer meanwhile. */
    private void shiftDifficulties(double by) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(
                                "insert into skill_difficulty as s (skill, difficulty, answers) values ('DF02', :by, 1)"
                                        + " on conflict (skill) do update set difficulty = s.difficulty + :by")
                        .setParameter("by", by)
                        .executeUpdate());
    }

    private void wipe(String table, UserId learner) {
        database.createNativeQuery("delete from " + table + " where learner_id = :learner")
                .setParameter("learner", learner.value())
                .executeUpdate();
    }

    private void delete(UserId learner) {
        database.createNativeQuery("delete from account where id = :learner")
                .setParameter("learner", learner.value())
                .executeUpdate();
    }
}
