package org.nabla.practice.next;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nabla.exercise.curriculum.Curriculum;
import org.nabla.exercise.curriculum.Skill;
import org.nabla.exercise.curriculum.SkillId;
import org.nabla.exercise.template.ExerciseTemplate;
import org.nabla.progress.learner.Trail;
import org.nabla.progress.mastery.LearnerModel;
import org.nabla.progress.mastery.Level;
import org.nabla.progress.mastery.MasteryView;

/** What follows from a {@link Situation} for each skill: whether it was met, is open, has run into misses. */
final class SkillStandings {
    /** So many misses in a row, and it is time for what the skill needs. */
    static final int STUCK = 3;

    /** For so many other exercises a skill rests on which somebody is stuck, and for more after each further miss. */
    private static final int REST = 6;

    private static final int LONGEST_REST = 30;

    private static final int LATEST = 6;

    private final Curriculum curriculum;
    private final LearnerModel model;
    private final Situation situation;
    private final MainSkills templates;
    private final Map<SkillId, List<Skill>> missing = new HashMap<>();
    private final Map<SkillId, Boolean> open = new HashMap<>();
    private final Map<SkillId, MasteryView> views = new HashMap<>();
    /** How many exercises were answered by their main skill, of all times. */
    private final Map<SkillId, Integer> answers = new HashMap<>();

    /** Those of which one of the harder exercises was answered rightly and alone. */
    private final Set<SkillId> shown = new HashSet<>();

    /** The main skills of the latest exercises, from new to old. */
    private final List<SkillId> steps;

    /** Negative until somebody asks. */
    private int sinceNew = -1;

    SkillStandings(Curriculum curriculum, MainSkills templates, LearnerModel model, Situation situation) {
        this.curriculum = curriculum;
        this.model = model;
        this.situation = situation;
        this.templates = templates;
        steps = new ArrayList<>();
        for (var step : situation.trail().steps()) {
            templates.skill(step.template()).ifPresent(steps::add);
        }
        // By what was answered and not by what there is: every skill is asked about again and again.
        situation
                .trail()
                .seen()
                .forEach((template, seen) -> templates.skill(template).ifPresent(skill -> {
                    answers.merge(skill, seen.answers(), Integer::sum);
                    if (seen.successes() > 0 && templates.shows(template)) {
                        shown.add(skill);
                    }
                }));
    }

    MasteryView view(Skill skill) {
        return view(skill.id());
    }

    private MasteryView view(SkillId skill) {
        // Nothing is known of the others, so that looking at them costs nothing.
        return views.computeIfAbsent(
                skill,
                id -> Optional.ofNullable(situation.views().get(id))
                        .orElseGet(() -> MasteryView.of(model, situation.state(), id, situation.now())));
    }

    /** Those of which it is the main skill. Without any the skill is still to come. */
    List<ExerciseTemplate> templates(SkillId skill) {
        return templates.templates(skill);
    }

    /** What the track has exercises of, in its order. */
    List<Skill> practicable() {
        return templates.practicable(situation.track());
    }

    /** Whether an exercise of its own was answered. */
    boolean met(SkillId skill) {
        return answers(skill) > 0;
    }

    /** Whether the check-in takes it for known, and no answer since says otherwise. */
    boolean guessesKnown(SkillId skill) {
        return situation.placed().known().contains(skill) && situation.guessesKnown(view(skill));
    }

    private int answers(SkillId skill) {
        return answers.getOrDefault(skill, 0);
    }

    /** How often one of them was answered rightly and alone. */
    int successes(List<ExerciseTemplate> templates) {
        return templates.stream()
                .mapToInt(t -> situation.trail().of(t.id()).successes())
                .sum();
    }

    int entryLevel(SkillId skill) {
        return templates.entryLevel(skill);
    }

    /** Whether one of the harder exercises was answered rightly and alone, and no three misses since say otherwise. */
    private boolean passed(SkillId skill) {
        return shown.contains(skill) && view(skill).missesInRow() < STUCK;
    }

    /**
     * Whether what builds on it may begin: it is practised, was shown to be known by a harder exercise, or is taken for known
     * by the check-in. What lies outside the track is taken for known until it shows that it is not; what has no exercises
     * yet is as open as what it needs.
     */
    boolean isOpen(SkillId skill) {
        var known = open.get(skill);
        if (known == null) {
            open.put(skill, true); // no circles
            known = opens(skill);
            open.put(skill, known);
        }
        return known;
    }

    private boolean opens(SkillId skill) {
        var view = view(skill);
        if (view.opens() || situation.guessesKnown(view)) {
            return true;
        } else if (templates(skill).isEmpty()) {
            return curriculum
                    .skill(skill)
                    .map(s -> s.needs().stream().allMatch(this::isOpen))
                    .orElse(true);
        }
        var outside =
                !situation.track().has(skill) && situation.state().skill(skill).isEmpty();
        return outside || passed(skill);
    }

    /** What it needs and cannot be counted on yet; what has no exercises stands for what it needs itself. */
    List<Skill> missing(Skill skill) {
        return missing.computeIfAbsent(skill.id(), id -> closed(neededOf(skill)));
    }

    /** Whether nothing of what it needs is missing: most of a track is asked, and most lacks the first thing looked at. */
    boolean hasAll(Skill skill) {
        for (var need : neededOf(skill)) {
            if (!isOpen(need.id())) {
                return false;
            }
        }
        return true;
    }

    private List<Skill> closed(List<Skill> skills) {
        var closed = new ArrayList<Skill>();
        for (var skill : skills) {
            if (!isOpen(skill.id())) {
                closed.add(skill);
            }
        }
        return closed;
    }

    /** What it needs and can be practised. */
    List<Skill> neededOf(Skill skill) {
        return templates.needed(skill);
    }

    boolean isStuck(Skill skill) {
        return met(skill.id()) && view(skill).missesInRow() >= STUCK;
    }

    /** After three misses in a row, and again after three more. */
    boolean isTimeToStepBack(Skill skill) {
        return isStuck(skill) && view(skill).missesInRow() % STUCK == 0 && rests(skill);
    }

    /** Whether it waits: for success in something that it needs, or for some other exercises. */
    boolean rests(Skill skill) {
        if (!isStuck(skill)) {
            return false;
        }
        var since = since(skill.id());
        var rest = Math.min(LONGEST_REST, REST * (view(skill).missesInRow() - STUCK + 1));
        return since < rest && !strengthened(skill, since);
    }

    private boolean strengthened(Skill skill, int since) {
        var needs = neededOf(skill).stream().map(Skill::id).toList();
        for (var i = 0; i < since; i++) {
            if (needs.contains(steps.get(i)) && situation.trail().steps().get(i).right()) {
                return true;
            }
        }
        return false;
    }

    /** How many exercises were answered since the last one of the skill. */
    int since(SkillId skill) {
        var at = steps.indexOf(skill);
        return at < 0 ? steps.size() : at;
    }

    /** The skill of the newest exercise. */
    Optional<SkillId> last() {
        return steps.stream().findFirst();
    }

    List<SkillId> steps() {
        return steps;
    }

    /** Whether the exercise so many steps ago was the first of its skill. */
    boolean wasNew(int ago) {
        return ago < steps.size() && occurrences(steps.get(ago), ago) == answers(steps.get(ago));
    }

    /** How often a skill was met in the latest steps, this one among them. */
    private int occurrences(SkillId skill, int ago) {
        var count = 0;
        for (var i = 0; i <= ago; i++) {
            if (steps.get(i).equals(skill)) {
                count++;
            }
        }
        return count;
    }

    /** How many exercises were answered since the last first one of a skill. */
    int sinceNew() {
        if (sinceNew < 0) {
            sinceNew = 0;
            while (sinceNew < steps.size() && !wasNew(sinceNew)) {
                sinceNew++;
            }
        }
        return sinceNew;
    }

    /** The skill that was new last. */
    Optional<SkillId> lastNew() {
        var ago = sinceNew();
        return ago < steps.size() ? Optional.of(steps.get(ago)) : Optional.empty();
    }

    /** Whether most of the latest answers were wrong. */
    boolean struggles() {
        var latest = situation.trail().steps().stream().limit(LATEST).toList();
        return latest.size() == LATEST
                && latest.stream().filter(Trail.Step::right).count() * 3 < LATEST;
    }

    Level level(Skill skill) {
        return view(skill).level();
    }
}
