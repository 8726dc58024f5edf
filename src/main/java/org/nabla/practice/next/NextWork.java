package org.nabla.practice.next;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nabla.exercise.ExerciseId;
import org.nabla.exercise.catalogue.ExerciseCatalogue;
import org.nabla.exercise.curriculum.Curriculum;
import org.nabla.exercise.curriculum.Skill;
import org.nabla.exercise.curriculum.SkillId;
import org.nabla.practice.next.Suggestion.Kind;
import org.nabla.progress.mastery.Fading;
import org.nabla.progress.mastery.LearnerModel;
import org.nabla.progress.mastery.Level;

/**
 * Chooses what comes next: a step back for whoever is stuck, reviews that are due, then what was begun and new work at the
 * edge of what is known by turns. Never the same skill or template twice in a row where there is another; skills that are
 * easily taken for each other come one after the other. New work never ends before the track does. Without chance: in the
 * same situation it says the same.
 */
public final class NextWork {
    /** In one sitting. Whoever was away for a month shall not only repeat. */
    static final int MOST_REVIEWS = 6;

    /** After so many exercises without a new skill there is one, even if what it needs is not yet as wanted. */
    private static final int LONGEST_WITHOUT_NEW = 2;

    private final Curriculum curriculum;
    private final ExerciseCatalogue catalogue;
    private final LearnerModel model;
    private final Weights weights;
    private volatile MainSkills mainSkills;

    public NextWork(Curriculum curriculum, ExerciseCatalogue catalogue, LearnerModel model) {
        this.curriculum = curriculum;
        this.catalogue = catalogue;
        this.model = model;
        this.weights = new Weights(curriculum);
        this.mainSkills = MainSkills.of(catalogue.revision(), catalogue.all(), curriculum);
    }

    /** What is worth practising, the best first, each with a skill of its own. */
    public List<Suggestion> suggest(Situation situation, int most) {
        var look = new Look(situation);
        return look.ranked()
                .filter(skill -> !situation.postponed().contains(skill.id()))
                .distinct()
                .flatMap(skill -> look.suggestion(skill, false).stream())
                .limit(most)
                .toList();
    }

    /** This skill as a suggestion; empty where it has no exercises. */
    public Optional<Suggestion> of(Skill skill, Situation situation) {
        return new Look(situation).suggestion(skill, true);
    }

    /** Why this skill is worth practising now. */
    public Suggestion suggestion(Skill skill, ExerciseId template, Situation situation) {
        return new Look(situation).suggestion(skill, template);
    }

    /** What somebody who is stuck on a skill had better practise before, the weakest first; empty for those who are not. */
    public List<Skill> before(Skill skill, Situation situation) {
        var look = new Look(situation);
        return look.standing.isTimeToStepBack(skill) ? look.before(skill) : List.of();
    }

    /** Whether there were so many misses in a row that something else is better now. */
    public boolean isStuck(Skill skill, Situation situation) {
        return standings(situation).isStuck(skill);
    }

    private SkillStandings standings(Situation situation) {
        return new SkillStandings(curriculum, mainSkills(), model, situation);
    }

    /** The skills of a track that can be practised. */
    public static long practicable(ExerciseCatalogue catalogue, List<SkillId> skills) {
        var main = catalogue.all().stream().map(t -> t.skills().get(0)).collect(Collectors.toSet());
        return skills.stream().filter(skill -> main.contains(skill.value())).count();
    }

    /** Made anew when the catalogue changes. */
    private MainSkills mainSkills() {
        var revision = catalogue.revision();
        var known = mainSkills;
        if (known.revision() != revision) {
            known = MainSkills.of(revision, catalogue.all(), curriculum);
            mainSkills = known;
        }
        return known;
    }

    /** One look at one situation. */
    private final class Look {
        private final Situation situation;
        private final SkillStandings standing;
        /** Those of which an exercise was answered, in the order of the curriculum: few of all. */
        private final List<Skill> met;

        /** What is new in the track; empty until somebody asks. */
        private Optional<List<Skill>> unmet = Optional.empty();

        Look(Situation situation) {
            this.situation = situation;
            standing = standings(situation);
            met = new ArrayList<>();
            for (var skill : curriculum.skills()) {
                if (standing.met(skill.id())) {
                    met.add(skill);
                }
            }
        }

        /** What is far down is looked for only where somebody gets there. */
        Stream<Skill> ranked() {
            return Stream.<Supplier<List<Skill>>>of(
                            this::ready,
                            () -> sorted(confirming(), byLast()),
                            this::early,
                            () -> sorted(
                                    known(),
                                    Comparator.comparing(
                                            skill -> standing.view(skill).recall())),
                            () -> sorted(resting(), byLast()))
                    .flatMap(some -> some.get().stream());
        }

        private List<Skill> ready() {
            var ranked = new ArrayList<Skill>();
            var last = standing.last().flatMap(curriculum::skill);
            last.filter(standing::isTimeToStepBack).ifPresent(skill -> ranked.addAll(before(skill)));
            if (situation.state().sitting(situation.now()).reviews() < MOST_REVIEWS
                    || situation.state().sitting(situation.now()).reached()) {
                ranked.addAll(sorted(
                        due(),
                        Comparator.comparing(skill -> standing.view(skill).recall())));
            }
            var begun = sorted(
                    begun(),
                    Comparator.comparing((Skill skill) -> standing.isOpen(skill.id()))
                            .thenComparing(byLast()));
            var fresh = fresh();
            if (isTimeForNew(begun, fresh)) {
                ranked.addAll(fresh.isEmpty() ? early() : fresh);
                ranked.addAll(begun);
            } else {
                ranked.addAll(begun);
                ranked.addAll(fresh);
            }
            // What was answered last moves behind all else that is ready.
            ranked.sort(Comparator.comparing(this::isLast));
            return ranked;
        }

        /**
         * By turns with what was begun; with more of what was begun for those who struggle, and without waiting for ever where
         * nothing new is open.
         */
        private boolean isTimeForNew(List<Skill> begun, List<Skill> fresh) {
            if (begun.stream().allMatch(this::isLast)) {
                return true;
            }
            var since = standing.sinceNew();
            var patience = standing.struggles() ? 1 : 0;
            return since >= (fresh.isEmpty() ? LONGEST_WITHOUT_NEW : 1) + patience;
        }

        private Comparator<Skill> byLast() {
            return Comparator.comparing(skill -> standing.view(skill).lastAt().orElse(situation.now()));
        }

        /** The weakest first, and none on which somebody is stuck as well. */
        private List<Skill> before(Skill skill) {
            return standing.neededOf(skill).stream()
                    .filter(need -> !standing.rests(need))
                    .sorted(Comparator.<Skill>comparingDouble(
                                    need -> situation.state().chance(need.id()))
                            .thenComparing(need -> need.id().value()))
                    .toList();
        }

        private List<Skill> due() {
            return met.stream()
                    .filter(skill -> standing.view(skill).due())
                    .filter(skill -> !standing.rests(skill))
                    .toList();
        }

        private List<Skill> begun() {
            return learning().stream()
                    .filter(skill -> !situation.guessesKnown(standing.view(skill)))
                    .filter(skill -> !isTooEarly(skill))
                    .filter(skill -> !standing.rests(skill))
                    .toList();
        }

        /** Answered rightly in the check-in, which takes it for known: to be confirmed, but nothing waits for it. */
        private List<Skill> confirming() {
            return learning().stream()
                    .filter(skill -> situation.guessesKnown(standing.view(skill)))
                    .toList();
        }

        private List<Skill> resting() {
            return learning().stream().filter(standing::rests).toList();
        }

        private boolean isTooEarly(Skill skill) {
            return situation.guessesNew(standing.view(skill)) && !standing.hasAll(skill);
        }

        private List<Skill> learning() {
            return met.stream()
                    .filter(skill -> standing.level(skill) == Level.LEARNING)
                    .filter(skill -> !standing.view(skill).due())
                    .toList();
        }

        private List<Skill> known() {
            return met.stream()
                    .filter(skill -> standing.level(skill).compareTo(Level.PRACTISED) >= 0)
                    .filter(skill -> !standing.view(skill).due())
                    .toList();
        }

        /**
         * What is new and all that it needs is known: first what most else builds on, from another area than the last new
         * skill where there is one.
         */
        private List<Skill> fresh() {
            var found = new ArrayList<Weighed>();
            var before = standing.lastNew().flatMap(curriculum::areaOf);
            var first = standing.steps().isEmpty();
            for (var skill : unmet()) {
                if (standing.hasAll(skill)) {
                    var again = before.isPresent() && before.equals(curriculum.areaOf(skill.id()));
                    found.add(new Weighed(
                            skill, again, first ? effort(skill) : -weights.of(situation.track(), skill.id())));
                }
            }
            // Stable: of the same weight in the order of the track.
            found.sort(Weighed.ORDER);
            return found.stream().map(Weighed::skill).toList();
        }

        /**
         * A skill with its place among what is new.
         *
         * @param again whether it is of the area of the last new one: such come after all others
         * @param weight the least comes first
         */
        private record Weighed(Skill skill, boolean again, int weight) {
            static final Comparator<Weighed> ORDER =
                    Comparator.comparing(Weighed::again).thenComparingInt(Weighed::weight);
        }

        /** Roughly how much there is to do in the shortest exercise of a skill. */
        private int effort(Skill skill) {
            return standing.templates(skill.id()).stream()
                    .mapToInt(t -> 100 * t.level() + 10 * t.partCount() + t.stepCount())
                    .min()
                    .orElse(Integer.MAX_VALUE);
        }

        /** What is new and builds on something that is not known yet: what lacks least first. */
        private List<Skill> early() {
            var found = new ArrayList<>(unmet().stream()
                    .filter(skill -> !standing.hasAll(skill))
                    .sorted(Comparator.comparing(
                            skill -> standing.missing(skill).size()))
                    .toList());
            learning().stream().filter(this::isTooEarly).forEach(found::add);
            return found;
        }

        /** Most of a track, again and again: by loops, and without a view where nothing is guessed. */
        private List<Skill> unmet() {
            if (unmet.isEmpty()) {
                var found = new ArrayList<Skill>();
                for (var skill : standing.practicable()) {
                    if (!standing.met(skill.id()) && !standing.guessesKnown(skill.id())) {
                        found.add(skill);
                    }
                }
                unmet = Optional.of(found);
            }
            return unmet.get();
        }

        private List<Skill> sorted(List<Skill> skills, Comparator<Skill> order) {
            return skills.stream()
                    .sorted(Comparator.comparing(this::isLast)
                            .thenComparing(skill -> !isAlike(skill))
                            .thenComparing(order)
                            .thenComparing(skill -> skill.id().value()))
                    .toList();
        }

        private boolean isLast(Skill skill) {
            return standing.last().filter(skill.id()::equals).isPresent();
        }

        private boolean isAlike(Skill skill) {
            return standing.last()
                    .filter(last -> curriculum.alike(last).contains(skill.id()))
                    .isPresent();
        }

        Optional<Suggestion> suggestion(Skill skill, boolean asked) {
            return new TemplateChoice(standing, situation)
                    .of(skill, asked)
                    .map(template -> suggestion(skill, template.id()));
        }

        Suggestion suggestion(Skill skill, ExerciseId template) {
            var kind = kind(skill, template);
            return new Suggestion(
                    skill, template, kind, new Reason(curriculum, standing, situation, skill).sentence(kind));
        }

        private Kind kind(Skill skill, ExerciseId template) {
            if (standing.last()
                    .flatMap(curriculum::skill)
                    .filter(standing::isStuck)
                    .filter(stuck -> standing.neededOf(stuck).contains(skill))
                    .isPresent()) {
                return Kind.STEP_BACK;
            }
            if (!standing.met(skill.id())) {
                return skipsAhead(skill, template) ? Kind.SKIP_AHEAD : Kind.NEW;
            }
            var view = standing.view(skill);
            if (view.due()) {
                return Kind.REVIEW;
            }
            return view.level().compareTo(Level.LEARNING) <= 0 ? Kind.LEARNING : Kind.KEEP;
        }

        private boolean skipsAhead(Skill skill, ExerciseId template) {
            return catalogue
                    .find(template)
                    .filter(t -> t.skills().get(0).equals(skill.id().value()))
                    .filter(t -> t.level() >= standing.entryLevel(skill.id()))
                    .filter(t -> situation.state().chance(skill.id(), t.level()) >= Fading.ALONE_CHANCE)
                    .isPresent();
        }
    }
}
