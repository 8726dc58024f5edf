package org.nabla.classroom.assignment;

import static org.nabla.account.data.OwnTable.column;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.nabla.account.data.OwnData;
import org.nabla.account.data.OwnTable;

/** Own data: what was done in assignments, and what teachers decided and wrote. */
@Singleton
class AssignmentData implements OwnData {
    private static final String AMONG_ATTEMPTS = "as the attempt says, which the form names";

    private static final String ASSIGNMENT = "a.course_id as course, a.number as assignment, a.title";

    private static final Map<String, String> NUMBERS = Map.of(
            "course",
            "the number of the course",
            "assignment",
            "the number of the assignment in its course",
            "title",
            "its title");

    @Override
    public List<OwnTable> tables() {
        return List.of(
                drawn(),
                exercises(),
                carried(),
                handedIn(),
                extensions(),
                changes(),
                lateDays(),
                keptTimes(),
                runs(),
                drafts(),
                marks(),
                notes());
    }

    private static OwnTable.Column of(String name) {
        return column(name, NUMBERS.getOrDefault(name, ""));
    }

    /** These, and then what was reached at an exercise. */
    private static List<OwnTable.Column> reached(OwnTable.Column... names) {
        return Stream.concat(
                        Arrays.stream(names),
                        Stream.of(
                                column("opened_at", "when you first opened it"),
                                column("last_at", "when you answered last"),
                                column("share", "the share of its points that you have, from 0 to 1"),
                                column("used", "how many attempts are used up"),
                                column("wrong_in_row", "how many of the last ones were wrong, one after another"),
                                column("solved", "whether one was right"),
                                column("first_right", "whether the first was right")))
                .toList();
    }

    private static OwnTable drawn() {
        return new OwnTable(
                "drawn-exercises",
                "The places in assignments for which an exercise waits for you: what it is you see when you open it.",
                Set.of("drawn_exercise"),
                List.of(
                        of("course"),
                        of("assignment"),
                        of("title"),
                        column("position", "its place in the assignment"),
                        column("drawn_at", "when it was drawn")),
                "select " + ASSIGNMENT + """
                        , p.position, d.drawn_at
                        from drawn_exercise d join assignment_problem p on p.id = d.problem_id
                        join assignment a on a.course_id = p.course_id and a.id = p.assignment_id
                        where d.learner_id = :user order by a.id, p.position""",
                Map.of(
                        "drawn_exercise.problem_id", "assignment and position name it",
                        "drawn_exercise.learner_id", "it is you",
                        "drawn_exercise.exercise_id", "it is told once you have opened the exercise and it is told"));
    }

    private static OwnTable exercises() {
        return new OwnTable(
                "assigned-exercises",
                "The exercises that you opened in assignments, and what you reached there.",
                Set.of("assigned_exercise"),
                reached(
                        of("course"),
                        of("assignment"),
                        of("title"),
                        column("position", "its place in the assignment"),
                        column("template", "the exercise without its numbers"),
                        column("version", "of the template"),
                        column("seed", "what gave the exercise its numbers; empty while it is not told yet")),
                "select " + ASSIGNMENT + """
                        , p.position, e.template, e.version, e.seed, w.opened_at, w.last_at, w.share, w.used, w.wrong_in_row,
                               w.solved, w.first_right
                        from assigned_exercise w join assignment_problem p on p.id = w.problem_id
                        join assignment a on a.course_id = p.course_id and a.id = p.assignment_id join exercise e on e.id = w.exercise_id
                        where w.learner_id = :user order by a.id, p.position""",
                Map.of(
                        "assigned_exercise.problem_id", "assignment and position name it",
                        "assigned_exercise.learner_id", "it is you",
                        "assigned_exercise.exercise_id", "template, version and seed name it"));
    }

    private static OwnTable carried() {
        return new OwnTable(
                "marks-in-courses",
                "What you reached at the exercises of assignments, as your teachers see it.",
                Set.of("course_mark"),
                reached(
                        of("course"),
                        of("assignment"),
                        of("title"),
                        column("position", "the place of the exercise in the assignment")),
                "select " + ASSIGNMENT + """
                        , p.position, m.opened_at, m.last_at, m.share, m.used, m.wrong_in_row, m.solved, m.first_right
                        from course_mark m join assignment_problem p on p.course_id = m.course_id and p.id = m.problem_id
                        join assignment a on a.course_id = p.course_id and a.id = p.assignment_id
                        where m.learner_id = :user order by a.id, p.position""",
                Map.of(
                        "course_mark.course_id", "there as course",
                        "course_mark.problem_id", "assignment and position name it",
                        "course_mark.learner_id", "it is you",
                        "course_mark.exercise_id", "told among the exercises that you opened",
                        "course_mark.version", "a number without meaning"));
    }

    private static OwnTable handedIn() {
        return new OwnTable(
                "handed-in",
                "Which of your attempts were made in assignments.",
                Set.of("handed_in"),
                List.of(
                        of("course"),
                        of("assignment"),
                        of("title"),
                        column("position", "the place of the exercise in the assignment"),
                        column("submission", "the name of the form, as among the attempts"),
                        column("regraded_outcome", "what a corrected exercise makes of it"),
                        column("regraded_score", "the share that is right by it"),
                        column("regraded_version", "the version of the corrected template"),
                        column("repeated", "whether you had given the same answer before, which costs nothing"),
                        column(
                                "typed_at",
                                "when it was typed, where it was handed in by itself when the time was over")),
                "select " + ASSIGNMENT + """
                        , p.position, h.submission, h.regraded_outcome, h.regraded_score, h.regraded_version, h.repeated,
                               h.typed_at
                        from handed_in h join assignment_problem p on p.id = h.problem_id
                        join assignment a on a.course_id = p.course_id and a.id = p.assignment_id
                        where h.learner_id = :user order by a.id, p.position, h.submitted_at, h.submission""",
                Map.of(
                        "handed_in.problem_id", "assignment and position name it",
                        "handed_in.learner_id", "it is you",
                        "handed_in.exercise_id", AMONG_ATTEMPTS,
                        "handed_in.attempt_id", AMONG_ATTEMPTS,
                        "handed_in.submitted_at", AMONG_ATTEMPTS,
                        "handed_in.outcome", AMONG_ATTEMPTS,
                        "handed_in.score", AMONG_ATTEMPTS,
                        "handed_in.spent_seconds", AMONG_ATTEMPTS,
                        "handed_in.parts", AMONG_ATTEMPTS,
                        "handed_in.answered", AMONG_ATTEMPTS));
    }

    private static OwnTable extensions() {
        return new OwnTable(
                "extensions",
                "More time that teachers gave you.",
                Set.of("extension"),
                List.of(
                        of("course"),
                        of("assignment"),
                        of("title"),
                        column("due_at", "until when for you"),
                        column("closes_at", "until when late answers count for you"),
                        column("reason", "why"),
                        column("given_at", "when it was given")),
                "select " + ASSIGNMENT + """
                        , x.due_at, x.closes_at, x.reason, x.given_at
                        from extension x join assignment a on a.course_id = x.course_id and a.id = x.assignment_id
                        where x.learner_id = :user order by a.id""",
                Map.of(
                        "extension.course_id", "there as course",
                        "extension.assignment_id", "course and assignment name it",
                        "extension.learner_id", "it is you"));
    }

    private static OwnTable runs() {
        return new OwnTable(
                "timed-runs",
                "The assignments that you started against the clock.",
                Set.of("timed_run"),
                List.of(
                        of("course"),
                        of("assignment"),
                        of("title"),
                        column("started_at", "when you started"),
                        column("promised_at", "until when you were told that you have time, if it is open so long"),
                        column("finished_at", "when what stood in the boxes was handed in; empty until then")),
                "select " + ASSIGNMENT + """
                        , r.started_at, r.promised_at, r.finished_at
                        from timed_run r join assignment a on a.id = r.assignment_id
                        where r.learner_id = :user order by a.id""",
                Map.of(
                        "timed_run.assignment_id", "course and assignment name it",
                        "timed_run.learner_id", "it is you"));
    }

    private static OwnTable drafts() {
        return new OwnTable(
                "drafts",
                "What stands in the boxes of exercises against the clock and was not handed in by you.",
                Set.of("answer_draft"),
                List.of(
                        of("course"),
                        of("assignment"),
                        of("title"),
                        column("position", "the place of the exercise in the assignment"),
                        column("typed", "the text of each box"),
                        column("saved_at", "when it was kept")),
                "select " + ASSIGNMENT + """
                        , p.position, cast(d.typed as text) as typed, d.saved_at
                        from answer_draft d join assignment_problem p on p.id = d.problem_id
                        join assignment a on a.course_id = p.course_id and a.id = p.assignment_id
                        where d.learner_id = :user order by a.id, p.position""",
                Map.of(
                        "answer_draft.problem_id", "assignment and position name it",
                        "answer_draft.learner_id", "it is you"));
    }

    private static OwnTable changes() {
        return new OwnTable(
                "extensions-for-many",
                "What acts of teachers for many learners made of your extensions.",
                Set.of("extension_change"),
                List.of(
                        of("course"),
                        of("assignment"),
                        of("title"),
                        column("due_before", "until when it was for you; empty where there was no extension"),
                        column("closes_before", "until when late answers counted"),
                        column("reason_before", "why, before"),
                        column("due_after", "until when it was then"),
                        column("closes_after", "until when late answers counted then"),
                        column("done_at", "when"),
                        column("undone_at", "when it was taken back; empty where it was not")),
                "select " + ASSIGNMENT + """
                        , x.due_before, x.closes_before, x.reason_before, x.due_after, x.closes_after, t.done_at, t.undone_at
                        from extension_change x join course_act t on t.course_id = x.course_id and t.id = x.act_id
                        join assignment a on a.course_id = x.course_id and a.id = x.assignment_id
                        where x.learner_id = :user order by t.id, a.id""",
                Map.of(
                        "extension_change.act_id", "a number without meaning",
                        "extension_change.course_id", "there as course",
                        "extension_change.assignment_id", "course and assignment name it",
                        "extension_change.learner_id", "it is you"));
    }

    private static OwnTable lateDays() {
        return new OwnTable(
                "late-days",
                "Late days that you spent.",
                Set.of("late_day"),
                List.of(
                        of("course"),
                        of("assignment"),
                        of("title"),
                        column("days", "how many"),
                        column("spent_at", "when you spent the last of them")),
                "select " + ASSIGNMENT + """
                        , l.days, l.spent_at
                        from late_day l join assignment a on a.course_id = l.course_id and a.id = l.assignment_id
                        where l.learner_id = :user order by a.id""",
                Map.of(
                        "late_day.course_id", "there as course",
                        "late_day.assignment_id", "course and assignment name it",
                        "late_day.learner_id", "it is you"));
    }

    private static OwnTable keptTimes() {
        return new OwnTable(
                "kept-times",
                "Times in open assignments that stayed yours when you were moved to another section or had fewer days.",
                Set.of("kept_times"),
                List.of(
                        of("course"),
                        of("assignment"),
                        of("title"),
                        column("due_at", "until when at least for you"),
                        column("closes_at", "until when at least late answers count for you"),
                        column("kept_at", "when you were moved or had fewer days")),
                "select " + ASSIGNMENT + """
                        , k.due_at, k.closes_at, k.kept_at
                        from kept_times k join assignment a on a.course_id = k.course_id and a.id = k.assignment_id
                        where k.learner_id = :user order by a.id, k.id""",
                Map.of(
                        "kept_times.id", "a number without meaning",
                        "kept_times.course_id", "there as course",
                        "kept_times.assignment_id", "course and assignment name it",
                        "kept_times.learner_id", "it is you",
                        "kept_times.act_id", "a number without meaning"));
    }

    private static OwnTable marks() {
        return new OwnTable(
                "marks-by-hand",
                "Marks that teachers set for you.",
                Set.of("mark_override"),
                List.of(
                        of("course"),
                        of("assignment"),
                        of("title"),
                        column("points", "the points; empty where you are excused"),
                        column("reason", "why"),
                        column("given_at", "when it was set")),
                "select " + ASSIGNMENT + """
                        , o.points, o.reason, o.given_at
                        from mark_override o join assignment a on a.course_id = o.course_id and a.id = o.assignment_id
                        where o.learner_id = :user order by a.id""",
                Map.of(
                        "mark_override.course_id", "there as course",
                        "mark_override.assignment_id", "course and assignment name it",
                        "mark_override.learner_id", "it is you"));
    }

    private static OwnTable notes() {
        return new OwnTable(
                "notes",
                "Notes of teachers to you.",
                Set.of("course_note_reader"),
                List.of(
                        of("course"),
                        column("template", "on the pages of which exercise it stands"),
                        column("text", "what it says"),
                        column("sent_at", "when it was sent"),
                        column("read_at", "when you said that you read it")),
                """
                select n.course_id as course, n.template, n.text, n.sent_at, r.read_at
                from course_note_reader r join course_note n on n.course_id = r.course_id and n.id = r.note_id
                where r.learner_id = :user order by n.id""",
                Map.of(
                        "course_note_reader.course_id", "there as course",
                        "course_note_reader.note_id", "template and text name it",
                        "course_note_reader.learner_id", "it is you"));
    }
}
