package org.nabla.classroom.work;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nabla.account.UserId;
import org.nabla.classroom.Accommodations;
import org.nabla.classroom.CourseMoment;
import org.nabla.classroom.CourseService;
import org.nabla.classroom.Seat;
import org.nabla.classroom.assignment.Assignment;
import org.nabla.classroom.assignment.AssignmentService;
import org.nabla.classroom.assignment.LateDaySpending;
import org.nabla.classroom.assignment.Problem;
import org.nabla.classroom.assignment.TimedWork;
import org.nabla.classroom.assignment.WorkService;
import org.nabla.classroom.marking.MarkOverride;
import org.nabla.classroom.marking.Shares;
import org.nabla.classroom.marking.Standing;
import org.nabla.classroom.marking.Terms;
import org.nabla.classroom.marking.Words;
import org.nabla.exercise.catalogue.ExerciseCatalogue;
import org.nabla.exercise.curriculum.Curriculum;
import org.nabla.exercise.curriculum.Skill;
import org.nabla.exercise.template.ExerciseTemplate;
import org.nabla.progress.Shelves;
import org.nabla.progress.SkillStates;
import org.nabla.progress.mastery.Level;
import org.nabla.progress.mastery.MasteryView;

/** Puts together what a learner sees of an assignment. */
@ApplicationScoped
class LearnerPages {
    private static final int MOST_WARM_UPS = 6;

    private final AssignmentService assignments;
    private final WorkService work;
    private final CourseService courses;
    private final Accommodations accommodations;
    private final LateDaySpending spending;
    private final ExerciseCatalogue catalogue;
    private final Shelves shelves;
    private final Curriculum curriculum;
    private final SkillStates skillStates;
    private final TimedWork timed;
    private final StartSentences starts;
    private final Clock clock;

    LearnerPages(
            AssignmentService assignments,
            WorkService work,
            CourseService courses,
            Accommodations accommodations,
            LateDaySpending spending,
            ExerciseCatalogue catalogue,
            Shelves shelves,
            Curriculum curriculum,
            SkillStates skillStates,
            TimedWork timed,
            StartSentences starts,
            Clock clock) {
        this.timed = timed;
        this.starts = starts;
        this.assignments = assignments;
        this.work = work;
        this.courses = courses;
        this.accommodations = accommodations;
        this.spending = spending;
        this.catalogue = catalogue;
        this.shelves = shelves;
        this.curriculum = curriculum;
        this.skillStates = skillStates;
        this.clock = clock;
    }

    LearnerPage of(Seat seat, Assignment assignment, String notice) {
        var now = clock.instant();
        var all = assignment.rules().terms();
        var allowance = assignments.allowance(assignment, seat.user());
        var own = allowance.terms(all);
        var terms = assignments.terms(assignment, seat.user());
        var phase = terms.at(now);
        var waits = timed.waits(assignment, seat.user()) && phase != Terms.Phase.CLOSED;
        var told = assignments.isTold(assignment);
        var standings = work.standings(seat.course(), seat.user()).stream()
                .filter(s -> s.assignment() == assignment.id())
                .collect(Collectors.toMap(Standing::problem, Function.identity()));
        var override = Optional.ofNullable(assignments.overrides(assignment).get(seat.user()));
        var got = assignment.problems().stream()
                .mapToDouble(p -> p.points() * share(standings, p))
                .sum();
        var handedIn = standings.values().stream().anyMatch(s -> s.lastAt().isPresent());
        var due = terms.due().isBefore(now);
        var missing = courses.missing(seat.course());
        var points = missing.points(got, handedIn, due);
        var counted = override.map(o -> o.points().orElse(Double.NaN)).orElse(points.orElse(Double.NaN));
        return new LearnerPage(
                seat,
                assignment.address(),
                assignment.title(),
                own.at(now).name().toLowerCase(Locale.ROOT),
                AssignmentList.word(own.at(now), own, seat),
                CourseMoment.of(own.due(), seat.zone()),
                allowance.why(all, "your"),
                allowance.isMore(all),
                seat.archived() ? "" : lateDays(spending.account(seat, assignment)),
                sentences(seat, assignment, own),
                phase == Terms.Phase.COMING || waits
                        ? List.of()
                        : assignment.order(seat.user()).stream()
                                .map(p -> row(
                                        assignment, seat.user(), p, Optional.ofNullable(standings.get(p.id())), told))
                                .toList(),
                told
                        ? points.map(p -> "%s of %s".formatted(Shares.plain(p), Words.points(assignment.points())))
                                .orElse("")
                        : "",
                override.map(LearnerPages::said)
                        .orElse(
                                missing.excuses(handedIn, due)
                                        ? "Nothing was handed in: this assignment is excused."
                                        : ""),
                told && !Double.isNaN(counted)
                        ? assignment.rules().required().map(r -> counted >= r * assignment.points() - 1e-9)
                        : Optional.empty(),
                waits && phase != Terms.Phase.COMING && !seat.archived()
                        ? Optional.of(starts.start(seat, assignment))
                        : Optional.empty(),
                starts.running(seat, assignment),
                phase == Terms.Phase.COMING || phase == Terms.Phase.CLOSED || seat.archived() || waits
                        ? ""
                        : next(assignment, seat.user(), standings, told),
                phase == Terms.Phase.CLOSED ? List.of() : warmUps(assignment, seat.user()),
                notice);
    }

    /** The rule in a sentence, where there is anything to decide. */
    private static String lateDays(LateDaySpending.Account account) {
        if (account.given() == 0 || !account.spendable() && !account.returnable()) {
            return "";
        }
        return "You have %s left. One late day moves your due date by a day."
                .formatted(Words.count(account.left(), "late day", "late days"));
    }

    private static double share(Map<Long, Standing> standings, Problem problem) {
        var standing = standings.get(problem.id());
        return standing == null ? 0 : standing.mark().share();
    }

    private static String said(MarkOverride override) {
        return override.points()
                        .map(points -> "Your teacher set this to " + Words.points(points))
                        .orElse("Your teacher has excused you")
                + ": " + override.reason();
    }

    private LearnerPage.Row row(
            Assignment assignment, UserId learner, Problem problem, Optional<Standing> standing, boolean told) {
        var title = shelves.anywhere(problem.template())
                .map(ExerciseTemplate::title)
                .orElse(problem.template().value());
        var answered = standing.filter(s -> s.lastAt().isPresent());
        var mark = answered.map(Standing::mark);
        // What was not decided, could not be read or came too late is not held against anybody.
        var nothing = mark.filter(m -> m.used() == 0 && m.share() == 0).isPresent();
        var tone = mark.map(
                        m -> !told || nothing ? "kept" : m.solved() ? "correct" : m.share() > 0 ? "partial" : "wrong")
                .orElse("");
        var word = switch (tone) {
            case "kept" -> told ? "nothing counts so far" : "answered";
            case "correct" -> "right";
            case "partial" -> "partly right";
            case "wrong" -> "not yet right";
            default -> standing.isPresent() ? "opened" : "not opened yet";
        };
        return new LearnerPage.Row(
                assignment.order(learner).indexOf(problem) + 1,
                assignment.address() + "/problems/" + problem.position(),
                title,
                Words.points(problem.points()),
                tone,
                word,
                told && mark.isPresent()
                        ? "%s of %s"
                                .formatted(
                                        Shares.plain(mark.get().share() * problem.points()),
                                        Words.points(problem.points()))
                        : Words.points(problem.points()));
    }

    /** The first that is not done yet. */
    private static String next(Assignment assignment, UserId learner, Map<Long, Standing> standings, boolean told) {
        return assignment.order(learner).stream()
                .filter(p -> {
                    var standing = standings.get(p.id());
                    return standing == null
                            || (told
                                    ? !standing.mark().solved()
                                    : standing.lastAt().isEmpty());
                })
                .findFirst()
                .map(p -> assignment.address() + "/problems/" + p.position())
                .orElse("");
    }

    /** The rules in sentences, only those that one has to know. */
    private List<String> sentences(Seat seat, Assignment assignment, Terms terms) {
        var rules = assignment.rules();
        var sentences = new ArrayList<String>();
        accommodations.sentence(seat).ifPresent(sentences::add);
        sentences.add(
                rules.ownVariants()
                        ? "The numbers are yours alone: your classmates have others."
                        : "Everybody in the course has the same numbers.");
        if (rules.attempts() > 0) {
            sentences.add("You have %s at each exercise; %s counts."
                    .formatted(
                            Words.count(rules.attempts(), "attempt", "attempts"),
                            rules.counts().words()));
        } else {
            sentences.add("Try as often as you like; " + rules.counts().words() + " counts.");
        }
        sentences.add("What cannot be read uses up no attempt.");
        if (rules.penalty() > 0) {
            sentences.add("Each wrong answer takes %s of the exercise’s points away."
                    .formatted(Shares.percent(rules.penalty())));
        }
        if (terms.closes().isAfter(terms.due())) {
            sentences.add("It closes "
                    + CourseMoment.of(terms.closes(), seat.zone()).text() + ": until then late answers are taken.");
            sentences.add(
                    rules.late().perDay() == 0
                            ? "Late answers count in full until it closes."
                            : "With each day late an answer loses %s%s."
                                    .formatted(
                                            Shares.percent(rules.late().perDay()),
                                            rules.late().floor() > 0
                                                    ? ", but keeps at least "
                                                            + Shares.percent(
                                                                    rules.late().floor())
                                                    : ""));
        }
        if (!rules.telling().atOnce()) {
            sentences.add(told(seat, assignment));
        }
        if (!rules.help()) {
            sentences.add("Hints and the worked way open when it is closed.");
        }
        rules.required()
                .ifPresent(r -> sentences.add("It is done with %s of the points.".formatted(Shares.percent(r))));
        return sentences;
    }

    private String told(Seat seat, Assignment assignment) {
        var when =
                CourseMoment.of(assignments.toldFrom(assignment), seat.zone()).text();
        var why = assignment.rules().telling().at().isPresent()
                ? "."
                : ", when nobody in the course can hand in any more.";
        return (assignments.isTold(assignment)
                        ? "Whether an answer is right was told "
                        : "Whether an answer is right is told ")
                + when
                + why;
    }

    /** What the skills of the problems need and are not themselves, as far as the learner has not mastered it. */
    private List<LearnerPage.WarmUp> warmUps(Assignment assignment, UserId learner) {
        var skills = assignment.problems().stream()
                .flatMap(p -> shelves.anywhere(p.template()).stream())
                .map(t -> t.skills().get(0))
                .distinct()
                .flatMap(id -> curriculum.skill(id).stream())
                .toList();
        var needs = new LinkedHashSet<Skill>();
        skills.forEach(skill -> needs.addAll(curriculum.needs(skill)));
        skills.forEach(needs::remove);
        var known = skillStates.of(learner);
        return needs.stream()
                .filter(skill -> !catalogue.bySkill(skill.id().value()).isEmpty())
                .filter(skill -> !mastered(known.get(skill.id())))
                .limit(MOST_WARM_UPS)
                .map(skill -> new LearnerPage.WarmUp(
                        skill.address(),
                        skill.name(),
                        Optional.ofNullable(known.get(skill.id()))
                                .map(MasteryView::label)
                                .orElse(Level.NEW.word())))
                .toList();
    }

    /** What is due for a review is no longer sure. */
    private static boolean mastered(@Nullable MasteryView view) {
        return view != null && view.level() == Level.MASTERED && !view.due();
    }
}
