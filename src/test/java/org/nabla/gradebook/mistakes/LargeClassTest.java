package org.nabla.gradebook.mistakes;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.nabla.account.UserId;
import org.nabla.classroom.Lesson;
import org.nabla.classroom.assignment.Crowd;
import org.nabla.classroom.seat.CourseRole;
import org.nabla.classroom.seat.Seat;
import org.nabla.grading.AnswerSpec;

/**
 * The mistakes of simulated learners, each of whom types what they mean in their own way: what means the same stands together, and
 * nothing else does. {@code -Dnabla.long=true} takes 200 learners with 5,000 attempts, and measures the page.
 */
@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class LargeClassTest {
    private static final Logger LOG = Logger.getLogger(LargeClassTest.class);
    private static final boolean LONG = Boolean.getBoolean("nabla.long");
    private static final int LEARNERS = LONG ? 200 : 4;
    private static final int ATTEMPTS_EACH = 5;

    /** In the first assignment each has numbers of their own, in the second all have the same. */
    private static final List<List<String>> TEMPLATES = List.of(
            List.of(
                    "first-partial-derivative",
                    "partial-derivative-of-a-product",
                    "logarithm-and-root-partial-derivatives"),
            List.of("partial-derivative-of-a-quotient", "chain-rule-in-one-variable"));

    private static final int PROBLEMS = 5;

    /** In every letter that an exercise may have, these are other functions than its key. */
    private static final String[] SLIPS = {"(%s) + 3*(%s)^2 + 5", "7 - (%s)*(%s)", "(%s)^2/11 + (%s) + 2"};

    /** The same, typed otherwise. */
    private static final String[] SPELLINGS = {"%s", "(%s)*1", "0 + (%s)", "((%s)*2)/2", "-(-(%s))"};

    @Inject
    Crowd crowd;

    @Inject
    MistakeRepository mistakes;

    @Inject
    MistakeService service;

    /** What somebody meant, whichever way they typed it. */
    private record Meaning(long exercise, String what) {}

    /** Where somebody works. */
    private record Desk(long course, int number, int position) {}

    private final Map<String, Meaning> meant = new ConcurrentHashMap<>();

    @Test
    void whatMeansTheSameStandsTogether() {
        var lesson = new Lesson();
        var course = Long.parseLong(lesson.course.replaceFirst(".*/", ""));
        lesson.assign(lesson.set(TEMPLATES.get(0).toArray(String[]::new)), Map.of());
        lesson.assign(lesson.set(TEMPLATES.get(1).toArray(String[]::new)), Map.of("variants", "SAME"));
        var learners = crowd.join(course, LEARNERS);
        var began = System.nanoTime();
        IntStream.range(0, LEARNERS).parallel().forEach(i -> work(course, learners.get(i), new SplittableRandom(i)));
        LOG.infof("%d learners answered in %d s", LEARNERS, (System.nanoTime() - began) / 1_000_000_000);

        var wrong = QuarkusTransaction.requiringNew().call(() -> mistakes.wrong(course, null));
        began = System.nanoTime();
        var page = lesson.bob.page(lesson.course + "/mistakes");
        var first = (System.nanoTime() - began) / 1_000_000;
        began = System.nanoTime();
        lesson.bob.get(lesson.course + "/mistakes");
        LOG.infof(
                "mistakes of %d learners, %d wrong of %d answers: %d ms at first, then %d ms",
                LEARNERS,
                wrong.size(),
                LEARNERS * ATTEMPTS_EACH * PROBLEMS,
                first,
                (System.nanoTime() - began) / 1_000_000);

        assertThat(page.select(".mistake")).isNotEmpty();
        assertTogether(service.groups(seat(course), null));
    }

    private void assertTogether(Map<?, List<MistakeGroup>> groups) {
        var homes = new HashMap<Meaning, Set<String>>();
        var guests = new HashMap<String, Set<Meaning>>();
        groups.values().stream()
                .flatMap(List::stream)
                .forEach(group -> group.responses().forEach(response -> {
                    var meaning = meant.get(response.exercise() + " " + response.typed());
                    var name = group.template() + " " + group.key();
                    homes.computeIfAbsent(meaning, m -> new HashSet<>()).add(name);
                    if (group.how() == MistakeGroup.How.EQUAL) {
                        guests.computeIfAbsent(name, g -> new HashSet<>()).add(meaning);
                    }
                }));

        assertThat(homes).isNotEmpty();
        assertThat(homes.entrySet())
                .as("each meaning has one home")
                .allSatisfy(home ->
                        assertThat(home.getValue()).as(home.getKey().toString()).hasSize(1));
        assertThat(guests.entrySet())
                .as("no two meanings share one")
                .allSatisfy(
                        group -> assertThat(group.getValue()).as(group.getKey()).hasSize(1));
    }

    private static Seat seat(long course) {
        return new Seat(course, "", ZoneId.of("Europe/Vienna"), false, new UserId(0), CourseRole.TEACHER);
    }

    private void work(long course, UserId learner, SplittableRandom chance) {
        for (var number = 1; number <= TEMPLATES.size(); number++) {
            for (var position = 1; position <= TEMPLATES.get(number - 1).size(); position++) {
                work(new Desk(course, number, position), learner, chance);
            }
        }
    }

    /** Wrong again and again, and mostly right in the end. */
    private void work(Desk desk, UserId learner, SplittableRandom chance) {
        var stored = crowd.open(desk.course(), desk.number(), desk.position(), learner);
        var answer = stored.exercise().parts().get(0).answer();
        for (var i = 0; i < ATTEMPTS_EACH; i++) {
            var right = i == ATTEMPTS_EACH - 1 && chance.nextInt(4) > 0;
            var what = right ? answer.value().get(0) : slip(answer, chance);
            var typed = spelled(what, chance);
            if (!right) {
                meant.put(stored.id() + " " + typed, new Meaning(stored.id(), what));
            }
            var after = Duration.ofSeconds(chance.nextInt(20, 400));
            crowd.answer(desk.course(), desk.number(), desk.position(), learner, typed, after);
        }
    }

    /** A mistake that the exercise names, or one that nobody foresaw. */
    private static String slip(AnswerSpec answer, SplittableRandom chance) {
        var named = answer.mistakes();
        if (!named.isEmpty() && chance.nextInt(2) == 0) {
            return named.get(chance.nextInt(named.size())).value();
        }
        var key = answer.value().get(0);
        return SLIPS[chance.nextInt(SLIPS.length)].replace("%s", key);
    }

    private static String spelled(String what, SplittableRandom chance) {
        return SPELLINGS[chance.nextInt(SPELLINGS.length)].replace("%s", what);
    }
}
