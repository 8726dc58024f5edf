package org.nabla.classroom.listing;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.nabla.account.UserId;
import org.nabla.classroom.assignment.Assignment;
import org.nabla.classroom.assignment.MarkForecast;
import org.nabla.classroom.assignment.Problem;
import org.nabla.classroom.marking.Allowance;
import org.nabla.classroom.marking.MarkMove;
import org.nabla.classroom.marking.Shares;
import org.nabla.classroom.marking.Words;
import org.nabla.classroom.member.CoursePeople;
import org.nabla.classroom.member.Enrolled;
import org.nabla.classroom.seat.Seat;
import org.nabla.exercise.template.ExerciseTemplate;
import org.nabla.progress.store.ExerciseStore;

/** Asks before marks are changed: a list of what a change does, and a button. */
@Singleton
public class ChangesPages {
    /** The field by which a form says that its list was seen. */
    static final String SEEN = "confirm";

    private static final int CONFLICT = 409;

    @CheckedTemplate(basePath = "classroom/assignment")
    static class Templates {
        static native TemplateInstance changes(ChangesPage page);
    }

    /**
     * A form that changes something.
     *
     * @param title of what it does
     * @param learners who were chosen in it
     * @param also what else is to be known; empty where nothing
     */
    public record Asked(
            String title, String action, String back, Map<String, String> fields, List<UserId> learners, String also) {
        public Asked(String title, String action, String back, Map<String, String> fields) {
            this(title, action, back, fields, List.of(), "");
        }
    }

    /** What the change does to the marks of one assignment. */
    public record Moves(Assignment assignment, List<MarkMove> moves) {}

    private final MarkForecast forecast;
    private final CoursePeople people;
    private final ExerciseStore exercises;

    ChangesPages(MarkForecast forecast, CoursePeople people, ExerciseStore exercises) {
        this.forecast = forecast;
        this.people = people;
        this.exercises = exercises;
    }

    /** @return empty where nothing is to be asked: no mark changes, or this very list was seen */
    public Optional<Response> ask(Seat seat, Assignment assignment, Asked asked, List<MarkMove> moves) {
        return ask(seat, asked, List.of(new Moves(assignment, moves)));
    }

    /** The same of a change of several assignments. */
    public Optional<Response> ask(Seat seat, Asked asked, List<Moves> all) {
        var seen = asked.fields().getOrDefault(SEEN, "");
        var moves = all.stream().flatMap(some -> some.moves().stream()).toList();
        var fingerprint = MarkMove.fingerprint(moves);
        if (moves.isEmpty() || seen.equals(fingerprint)) {
            return Optional.empty();
        }
        var fields = new LinkedHashMap<>(asked.fields());
        fields.remove("csrf-token");
        fields.put(SEEN, fingerprint);
        var page = new ChangesPage(
                seat,
                asked.title(),
                "%s of %s."
                                .formatted(
                                        Words.count(moves.size(), "mark changes", "marks change"),
                                        Words.count(
                                                moves.stream()
                                                        .map(MarkMove::learner)
                                                        .distinct()
                                                        .count(),
                                                "learner",
                                                "learners"))
                        + (asked.also().isEmpty() ? "" : " " + asked.also()),
                rows(seat, all),
                fields,
                asked.learners(),
                asked.action(),
                asked.back(),
                seen.isEmpty()
                        ? ""
                        : "Something was answered meanwhile, so the list is another one now. Nothing was changed yet.");
        return Optional.of(Response.status(seen.isEmpty() ? 200 : CONFLICT)
                .entity(Templates.changes(page))
                .build());
    }

    /** What it does to marks, assignment by assignment, where these learners get these times. */
    public List<Moves> moves(Map<Assignment, Map<UserId, Allowance>> times, ZoneId zone) {
        return times.entrySet().stream()
                .map(e -> new Moves(e.getKey(), forecast.ofAllowances(e.getKey(), e.getValue(), zone)))
                .toList();
    }

    /** The list of marks that change. */
    public List<ChangesPage.Row> rows(Seat seat, List<Moves> all) {
        var names = people.learners(seat.course()).stream().collect(Collectors.toMap(Enrolled::id, Enrolled::name));
        return all.stream()
                .flatMap(some -> some.moves().stream().map(move -> row(some.assignment(), move, names, all.size() > 1)))
                .toList();
    }

    private ChangesPage.Row row(Assignment assignment, MarkMove move, Map<UserId, String> names, boolean several) {
        return new ChangesPage.Row(
                names.getOrDefault(move.learner(), "somebody who left"),
                (several ? assignment.title() + ", " : "")
                        + move.position()
                        + ". "
                        + assignment.problem(move.position()).map(this::title).orElse(""),
                Shares.plain(move.before()),
                Shares.plain(move.after()),
                move.after() > move.before());
    }

    private String title(Problem problem) {
        return exercises
                .template(problem.template())
                .map(ExerciseTemplate::title)
                .orElse(problem.template().value());
    }
}
