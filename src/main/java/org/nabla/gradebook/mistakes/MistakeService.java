package org.nabla.gradebook.mistakes;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nabla.account.UserId;
import org.nabla.classroom.member.CoursePeople;
import org.nabla.classroom.member.Enrolled;
import org.nabla.classroom.seat.Seat;
import org.nabla.exercise.ExerciseId;
import org.nabla.grading.grader.Grader;
import org.nabla.progress.store.ExerciseStore;

/** Finds what a course gets wrong. */
@Singleton
public class MistakeService {
    private final MistakeRepository mistakes;
    private final Grader grader;
    private final ExerciseStore exercises;
    private final CoursePeople people;
    private final GraderMeaning.Said said = new GraderMeaning.Said();

    MistakeService(MistakeRepository mistakes, Grader grader, ExerciseStore exercises, CoursePeople people) {
        this.people = people;
        this.mistakes = mistakes;
        this.grader = grader;
        this.exercises = exercises;
    }

    /** The groups of each template, those first of which most is wrong. */
    Map<ExerciseId, List<MistakeGroup>> groups(Seat seat, @Nullable Long assignment) {
        var seen = seen(seat);
        var wrong = QuarkusTransaction.joiningExisting().call(() -> mistakes.wrong(seat.course(), assignment)).stream()
                .filter(response -> seen.test(response.learner()))
                .toList();
        // Outside the transaction: the checker may take its time.
        return new MistakeGrouping(new GraderMeaning(grader, exercises, said))
                .group(wrong).stream()
                        .collect(
                                Collectors.groupingBy(MistakeGroup::template, LinkedHashMap::new, Collectors.toList()));
    }

    Optional<MistakeGroup> group(Seat seat, @Nullable Long assignment, String template, String part, String key) {
        return groups(seat, assignment).values().stream()
                .flatMap(List::stream)
                .filter(g -> g.template().value().equals(template)
                        && g.part().equals(part)
                        && g.key().equals(key))
                .findFirst();
    }

    /** Whom somebody sees: those who left too, where they see the whole course. */
    private Predicate<UserId> seen(Seat seat) {
        if (seat.seesAll()) {
            return learner -> true;
        }
        var learners = people.learners(seat).stream().map(Enrolled::id).collect(Collectors.toSet());
        return learners::contains;
    }

    /** How each learner fared at each problem that they have answered. @param assignment of this one alone; of all where there is none */
    public List<Fared> fared(Seat seat, @Nullable Long assignment) {
        var seen = seen(seat);
        return QuarkusTransaction.joiningExisting().call(() -> mistakes.fared(seat.course(), assignment)).stream()
                .filter(fared -> seen.test(fared.learner()))
                .toList();
    }

    /** The mistakes that exercises name or the checker recognises, as prose, with how many learners made them. */
    public Map<ExerciseId, Map<String, Integer>> named(Seat seat, @Nullable Long assignment) {
        var seen = seen(seat);
        var named = QuarkusTransaction.joiningExisting().call(() -> mistakes.wrong(seat.course(), assignment)).stream()
                .filter(response -> response.mistake().isPresent() && seen.test(response.learner()))
                .toList();
        var found = new LinkedHashMap<ExerciseId, Map<String, Integer>>();
        for (var group : new MistakeGrouping(new GraderMeaning(grader, exercises, said)).group(named)) {
            if (group.how() != MistakeGroup.How.EQUAL) {
                found.computeIfAbsent(group.template(), t -> new LinkedHashMap<>())
                        .merge(MistakesPages.named(group), group.learners().size(), Integer::sum);
            }
        }
        return found;
    }

    Map<ExerciseId, ExerciseFacts> facts(Seat seat, @Nullable Long assignment) {
        return fared(seat, assignment).stream()
                .collect(Collectors.groupingBy(
                        Fared::template,
                        LinkedHashMap::new,
                        Collectors.collectingAndThen(Collectors.toList(), ExerciseFacts::of)));
    }
}
