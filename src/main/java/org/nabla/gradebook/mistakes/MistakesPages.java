package org.nabla.gradebook.mistakes;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.nabla.account.UserId;
import org.nabla.classroom.assignment.Assignment;
import org.nabla.classroom.assignment.AssignmentService;
import org.nabla.classroom.member.CoursePeople;
import org.nabla.classroom.member.Enrolled;
import org.nabla.classroom.note.CourseNotes;
import org.nabla.classroom.seat.Seat;
import org.nabla.classroom.sheet.Sheets;
import org.nabla.exercise.ExerciseId;
import org.nabla.exercise.template.ExerciseTemplate;
import org.nabla.progress.store.ExerciseStore;
import org.nabla.progress.store.Shelves;
import org.nabla.progress.store.StoredExercise;

/** Puts together what a teacher sees of the mistakes of a course. */
@Singleton
class MistakesPages {
    private static final int MOST_GROUPS = 12;
    private static final int MOST_SPELLINGS = 8;

    /** What the checker recognises by itself, in words for a teacher; the learner was told more exactly. */
    private static final Map<String, String> RECOGNISED = Map.ofEntries(
            Map.entry("sign", "The sign is wrong"),
            Map.entry("factor", "Wrong by a constant factor"),
            Map.entry("shift", "The right direction, but through another point"),
            Map.entry("constant", "Wrong by a constant"),
            Map.entry("coefficient", "One term is off by a factor"),
            Map.entry("term-sign", "One term has the wrong sign"),
            Map.entry("missing-term", "A term is missing"),
            Map.entry("brackets", "Brackets multiplied out by half"),
            Map.entry("variable", "The derivative by the other variable"),
            Map.entry("function", "The function itself, not its derivative"),
            Map.entry("swapped", "Entries or letters are swapped"),
            Map.entry("transposed", "Rows and columns are swapped"),
            Map.entry("order", "The right entries in another order"),
            Map.entry("reciprocal", "Upside down"),
            Map.entry("root", "The root of it, or its square in place of it"),
            Map.entry("square", "The square of it"),
            Map.entry("derivative", "The derivative in place of the antiderivative"),
            Map.entry("degrees", "Degrees in place of radians"),
            Map.entry("rounding", "Rounded too much"),
            Map.entry("plus-c", "Without the constant of integration"),
            Map.entry("complement", "All the rest in place of it"),
            Map.entry("boundary", "All but the boundary"),
            Map.entry("missing", "Something is missing"),
            Map.entry("superfluous", "Something is too many"));

    private final MistakeService mistakes;
    private final AssignmentService assignments;
    private final CoursePeople people;
    private final CourseNotes notes;
    private final Doubts doubts;
    private final Shelves shelves;
    private final ExerciseStore exercises;
    private final Sheets sheets;

    MistakesPages(
            MistakeService mistakes,
            AssignmentService assignments,
            CoursePeople people,
            CourseNotes notes,
            Doubts doubts,
            Shelves shelves,
            ExerciseStore exercises,
            Sheets sheets) {
        this.mistakes = mistakes;
        this.assignments = assignments;
        this.people = people;
        this.notes = notes;
        this.doubts = doubts;
        this.shelves = shelves;
        this.exercises = exercises;
        this.sheets = sheets;
    }

    MistakesPage of(Seat seat, Optional<Assignment> assignment, String notice) {
        var id = assignment.map(Assignment::id).orElse(null);
        var facts = mistakes.facts(seat, id);
        var groups = mistakes.groups(seat, id);
        var names = people.learners(seat).stream().collect(Collectors.toMap(Enrolled::id, Enrolled::name));
        var sent = seat.seesAll() ? notes.of(seat) : List.<CourseNotes.Sent>of();
        var templates = new LinkedHashSet<ExerciseId>(groups.keySet());
        templates.addAll(facts.keySet());
        // By one query, where each group would ask for its own.
        exercises.find(groups.values().stream()
                .flatMap(of -> of.stream().limit(MOST_GROUPS))
                .map(group -> group.responses().get(0).exercise())
                .collect(Collectors.toSet()));
        var blocks = new ArrayList<MistakesPage.Block>();
        for (var template : templates) {
            blocks.add(block(
                    template,
                    Optional.ofNullable(facts.get(template)),
                    groups.getOrDefault(template, List.of()),
                    names,
                    sent));
        }
        return new MistakesPage(
                seat,
                assignment.map(a -> Integer.toString(a.number())).orElse(""),
                assignments.of(seat.course()).stream()
                        .map(a -> new MistakesPage.Scope(Integer.toString(a.number()), a.title()))
                        .toList(),
                blocks,
                doubts.of(seat, id, names),
                sent,
                notice);
    }

    private MistakesPage.Block block(
            ExerciseId template,
            Optional<ExerciseFacts> facts,
            List<MistakeGroup> groups,
            Map<UserId, String> names,
            List<CourseNotes.Sent> sent) {
        var sample = groups.stream()
                .findFirst()
                .flatMap(g -> exercises.find(g.responses().get(0).exercise()))
                .map(StoredExercise::exercise)
                .map(e -> sheets.of(e, 0, ""));
        return new MistakesPage.Block(
                template.value(),
                shelves.anywhere(template).map(ExerciseTemplate::title).orElse(template.value()),
                facts.map(MistakesPages::words).orElse(List.of()),
                sample,
                groups.stream()
                        .limit(MOST_GROUPS)
                        .map(g -> group(g, names, sent))
                        .toList(),
                Math.max(0, groups.size() - MOST_GROUPS));
    }

    private static List<String> words(ExerciseFacts facts) {
        var words = new ArrayList<String>();
        words.add(count(facts.learners(), "learner", "learners")
                + (facts.answered() > facts.learners() ? ", " + facts.answered() + " exercises" : ""));
        words.add(percent(facts.firstRight()) + " right at first try");
        words.add(String.format(Locale.ROOT, "%.1f attempts", facts.attempts()));
        facts.time().ifPresent(time -> words.add("half needed " + time(time) + " or less"));
        words.add(percent(facts.helped()) + " opened help");
        if (facts.stuck() > 0) {
            words.add(facts.stuck() + " stuck");
        }
        facts.discrimination()
                .ifPresent(d -> words.add(
                        String.format(Locale.ROOT, "discrimination %.2f", d).replace("-", "−")));
        return words;
    }

    private MistakesPage.Group group(MistakeGroup group, Map<UserId, String> names, List<CourseNotes.Sent> sent) {
        var spellings = group.spellings();
        var what = what(group);
        return new MistakesPage.Group(
                "g" + Integer.toHexString((group.template() + group.part() + group.key()).hashCode()),
                group.template().value(),
                group.part(),
                group.key(),
                what,
                switch (group.how()) {
                    case FORESEEN -> "A mistake that the exercise names";
                    case RECOGNISED -> "A mistake that the checker recognizes";
                    case EQUAL -> spellings.size() > 1 ? "All equal to each other" : "";
                },
                count(group.responses().size(), "answer", "answers") + " of "
                        + count(group.learners().size(), "learner", "learners"),
                spellings.entrySet().stream()
                        .limit(MOST_SPELLINGS)
                        .map(e -> new MistakesPage.Spelling(e.getKey(), e.getValue()))
                        .toList(),
                Math.max(0, spellings.size() - MOST_SPELLINGS),
                group.learners().stream()
                        .map(l -> names.getOrDefault(l, "somebody who left"))
                        .sorted()
                        .toList(),
                sent.stream()
                        .anyMatch(n -> n.template().equals(group.template().value())
                                && n.about().equals(about(group))));
    }

    /** The mistake as prose. */
    private String what(MistakeGroup group) {
        return switch (group.how()) {
            case FORESEEN, RECOGNISED -> named(group);
            case EQUAL ->
                "Answered " + formula(group); // a heading of a formula alone says nothing to some screen readers
        };
    }

    /** A mistake that has a name, as prose. */
    static String named(MistakeGroup group) {
        return group.how() == MistakeGroup.How.FORESEEN
                ? group.message()
                : RECOGNISED.getOrDefault(group.key().replace("mistake-", ""), group.message());
    }

    private String formula(MistakeGroup group) {
        var first = group.responses().get(0);
        return exercises.find(first.exercise()).stream()
                .flatMap(e -> e.exercise().parts().stream())
                .filter(p -> p.id().equals(first.part()))
                .findFirst()
                .flatMap(p -> sheets.formula(p.answer(), first.typed()))
                .orElse("`" + first.typed().replace('`', '\'') + "`");
    }

    /** The mistake for the record: not longer than the table takes. */
    static String about(MistakeGroup group) {
        var text = group.part() + " " + group.key() + " " + group.message();
        return text.substring(0, Math.min(text.length(), 300));
    }

    static String time(Duration time) {
        if (time.toMinutes() < 1) {
            return "a minute";
        }
        if (time.toHours() < 2) {
            return count(time.toMinutes(), "minute", "minutes");
        }
        return time.toDays() < 2 ? time.toHours() + " hours" : time.toDays() + " days";
    }

    private static String percent(double share) {
        return Math.round(share * 100) + " %";
    }

    private static String count(long number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }
}
