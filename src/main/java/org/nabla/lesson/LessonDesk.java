package org.nabla.lesson;

import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nabla.exercise.ExerciseId;
import org.nabla.exercise.catalogue.ExerciseCatalogue;
import org.nabla.exercise.curriculum.Curriculum;
import org.nabla.exercise.curriculum.Skill;
import org.nabla.exercise.curriculum.SkillId;
import org.nabla.exercise.lesson.Lesson;
import org.nabla.grading.Outcome;
import org.nabla.grading.Verdict;
import org.nabla.grading.grader.Grader;
import org.nabla.lesson.LessonPage.Found;
import org.nabla.lesson.LessonPage.Link;

/** Makes lessons ready to be shown, and judges what is answered to "Your turn". */
@Singleton
public class LessonDesk {
    private static final int LONGEST = 4_000;

    private final Lessons lessons;
    private final Curriculum curriculum;
    private final ExerciseCatalogue catalogue;
    private final Grader grader;

    LessonDesk(Lessons lessons, Curriculum curriculum, ExerciseCatalogue catalogue, Grader grader) {
        this.lessons = lessons;
        this.curriculum = curriculum;
        this.catalogue = catalogue;
        this.grader = grader;
    }

    /**
     * What a visitor asks of a lesson's page.
     *
     * @param typed an answer to "Your turn"; blank for none
     * @param back a path of this site
     */
    public record Asked(int variant, String typed, Optional<String> back, boolean answers) {

        /** As it stands in an address. */
        public static Asked of(
                @Nullable String variant, @Nullable String typed, Optional<String> back, boolean answers) {
            return new Asked(LessonResource.number(variant), typed == null ? "" : typed.strip(), back, answers);
        }
    }

    /** The lesson of a skill; empty where there is none. */
    public Optional<LessonPage> page(Skill skill, Asked asked) {
        return lessons.find(skill.id(), asked.variant())
                .map(lesson -> page(
                        skill,
                        lesson,
                        asked,
                        asked.typed().isBlank()
                                ? Optional.empty()
                                : Optional.of(found(lesson, verdict(lesson, asked.typed())))));
    }

    LessonPage page(Skill skill, Lesson lesson, Asked asked, Optional<Found> found) {
        return new LessonPage(
                skill.id().value(),
                skill.name(),
                lesson,
                cut(asked.typed()),
                found,
                asked.back(),
                lesson.onward().next().stream()
                        .flatMap(id -> catalogue.find(new ExerciseId(id)).stream())
                        .findFirst()
                        .map(t -> new Link("/practice/" + t.id(), t.title())),
                lesson.onward()
                        .alike()
                        .flatMap(curriculum::skill)
                        .map(other -> new Link(other.address(), other.name())),
                asked.answers());
    }

    Verdict verdict(Lesson lesson, String typed) {
        return grader.grade(lesson.check().answer(), cut(typed));
    }

    private static String cut(String typed) {
        return typed.length() <= LONGEST ? typed : typed.substring(0, LONGEST);
    }

    /** The verdict in words, with the paragraph that explains a known mistake. */
    Found found(Lesson lesson, Verdict verdict) {
        return new Found(
                verdict.outcome().name().toLowerCase(Locale.ROOT),
                word(verdict.outcome()),
                message(verdict),
                see(lesson, verdict).map(link -> new Link(LessonPage.address(link), title(lesson, link))));
    }

    private static Optional<String> see(Lesson lesson, Verdict verdict) {
        return verdict.mistake()
                .filter(m -> m.matches("\\d{1,3}"))
                .map(Integer::parseInt)
                .filter(i -> i < lesson.check().see().size())
                .flatMap(i -> lesson.check().see().get(i));
    }

    private String title(Lesson lesson, String link) {
        return link.indexOf('#') < 0
                ? "Read it again"
                : "Read it in: "
                        + curriculum
                                .skill(link.substring(0, link.indexOf('#')))
                                .map(Skill::name)
                                .orElse(lesson.skill());
    }

    private static String message(Verdict verdict) {
        if (!verdict.message().isBlank()) {
            return verdict.message();
        }
        return verdict.problem().map(p -> p.message()).orElseGet(() -> switch (verdict.outcome()) {
            case CORRECT -> "";
            case PARTIAL, WRONG -> "This is not the answer. Go through the example beside it once more.";
            case INVALID -> "It cannot be read as it stands.";
            case UNDECIDED -> "It could not be decided.";
        });
    }

    private static String word(Outcome outcome) {
        return switch (outcome) {
            case CORRECT -> "Right";
            case PARTIAL -> "Partly right";
            case WRONG -> "Not yet";
            case INVALID -> "Cannot be read";
            case UNDECIDED -> "Undecided";
        };
    }

    /** The lesson in its short form, for the page of an exercise. */
    public Optional<ShortLesson> brief(SkillId id, boolean open) {
        return lessons.find(id)
                .flatMap(lesson ->
                        curriculum.skill(id).map(skill -> new ShortLesson(id.value(), skill.name(), lesson, open)));
    }

    /** What a mistake of an exercise leads to. */
    public Optional<LessonParagraph> paragraph(String link) {
        return lessons.paragraph(link);
    }
}
