package org.nabla.gradebook.regrading;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.nabla.account.UserId;
import org.nabla.classroom.assignment.AcceptedAnswers;
import org.nabla.classroom.assignment.Assignment;
import org.nabla.classroom.assignment.Problem;
import org.nabla.classroom.member.CoursePeople;
import org.nabla.classroom.member.Enrolled;
import org.nabla.classroom.seat.Seat;
import org.nabla.exercise.Exercise;
import org.nabla.exercise.template.ExerciseTemplate;
import org.nabla.progress.store.ExerciseStore;
import org.nabla.progress.store.StoredExercise;

/** Puts together what a teacher can have graded anew at one problem. */
@Singleton
class RegradingPages {
    private static final int MOST = 200;
    private static final int MOST_NAMES = 3;

    private final RegradingRepository corrections;
    private final AcceptedAnswers accepted;
    private final ExerciseStore exercises;
    private final CoursePeople people;

    RegradingPages(
            RegradingRepository corrections, AcceptedAnswers accepted, ExerciseStore exercises, CoursePeople people) {
        this.corrections = corrections;
        this.accepted = accepted;
        this.exercises = exercises;
        this.people = people;
    }

    RegradingPage of(Seat seat, Assignment assignment, Problem problem, String address, String notice) {
        var sent = QuarkusTransaction.joiningExisting().call(() -> corrections.sent(problem.id()));
        return new RegradingPage(
                seat,
                address,
                assignment.title(),
                assignment.address(),
                problem.position() + ". " + title(problem),
                answers(seat, problem),
                accepted.at(problem).stream()
                        .map(a -> new RegradingPage.Accepted(a.id(), a.value(), key(a.exercise(), a.part())))
                        .toList(),
                problem.fullMarks(),
                sent.stream().anyMatch(this::isCorrected),
                notice);
    }

    String title(Problem problem) {
        return exercises
                .template(problem.template())
                .map(ExerciseTemplate::title)
                .orElse(problem.template().value());
    }

    /** Whether somebody typed this there. */
    boolean wasAnswered(Problem problem, RegradingAct.Accept accept) {
        return QuarkusTransaction.joiningExisting().call(() -> corrections.sent(problem.id())).stream()
                .anyMatch(sent -> sent.exercise() == accept.exercise()
                        && accept.value()
                                .equals(sent.typed()
                                        .getOrDefault(accept.part(), "")
                                        .strip()));
    }

    private boolean isCorrected(RegradingRepository.Sent sent) {
        return sent.regradedVersion().isPresent()
                && exercises
                        .find(sent.exercise())
                        .filter(own -> own.exercise().version()
                                != sent.regradedVersion().get())
                        .isPresent();
    }

    private List<RegradingPage.Answer> answers(Seat seat, Problem problem) {
        var names = people.learners(seat.course()).stream().collect(Collectors.toMap(Enrolled::id, Enrolled::name));
        var taken = accepted.at(problem).stream()
                .map(a -> List.<Object>of(a.exercise(), a.part(), a.value()))
                .collect(Collectors.toSet());
        Map<List<Object>, Set<UserId>> who = new LinkedHashMap<>();
        QuarkusTransaction.joiningExisting()
                .call(() -> corrections.wrong(problem.id()))
                .forEach(wrong -> {
                    var key = List.<Object>of(
                            wrong.exercise(), wrong.part(), wrong.typed().strip());
                    if (!taken.contains(key) && names.containsKey(wrong.learner())) {
                        who.computeIfAbsent(key, k -> new LinkedHashSet<>()).add(wrong.learner());
                    }
                });
        var rows = new ArrayList<>(who.entrySet());
        rows.sort(Comparator.comparing(row -> -row.getValue().size()));
        return rows.stream()
                .limit(MOST)
                .map(row -> new RegradingPage.Answer(
                        (Long) row.getKey().get(0),
                        (String) row.getKey().get(1),
                        label((Long) row.getKey().get(0), (String) row.getKey().get(1)),
                        (String) row.getKey().get(2),
                        key((Long) row.getKey().get(0), (String) row.getKey().get(1)),
                        people(row.getValue(), names)))
                .toList();
    }

    private static String people(Set<UserId> learners, Map<UserId, String> names) {
        var first = learners.stream()
                .limit(MOST_NAMES)
                .map(id -> names.getOrDefault(id, ""))
                .collect(Collectors.joining(", "));
        return learners.size() > MOST_NAMES ? first + " and " + (learners.size() - MOST_NAMES) + " more" : first;
    }

    private Optional<Exercise.Part> part(long exercise, String part) {
        return exercises
                .find(exercise)
                .map(StoredExercise::exercise)
                .flatMap(
                        e -> e.parts().stream().filter(p -> p.id().equals(part)).findFirst());
    }

    private String label(long exercise, String part) {
        return part(exercise, part).map(Exercise.Part::label).orElse("");
    }

    private String key(long exercise, String part) {
        return part(exercise, part)
                .map(p -> String.join(", ", p.answer().value()))
                .orElse("");
    }
}
