package org.nabla.lesson;

import io.quarkus.logging.Log;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.nabla.exercise.catalogue.LessonCatalogue;
import org.nabla.exercise.curriculum.Curriculum;
import org.nabla.exercise.curriculum.SkillId;
import org.nabla.exercise.generator.LessonMaker;
import org.nabla.exercise.lesson.Lesson;
import org.nabla.exercise.template.BrokenTemplateException;
import org.nabla.math.formula.Calculus;
import org.nabla.web.figure.Frames;

/** The lessons with their numbers put in. What was made once is kept: there are few, and each is the same for everybody. */
@Singleton
public class Lessons {
    /** The numbers shown first, and nine others. */
    public static final int VARIANTS = 10;

    private final LessonCatalogue catalogue;
    private final Curriculum curriculum;
    private final LessonMaker maker;
    private final Map<String, Optional<LessonMaker.Made>> made = new ConcurrentHashMap<>();
    private final Map<String, String> frames = new ConcurrentHashMap<>();

    Lessons(LessonCatalogue catalogue, Curriculum curriculum, Calculus calculus) {
        this.catalogue = catalogue;
        this.curriculum = curriculum;
        this.maker = new LessonMaker(calculus);
    }

    /** Whether the skill is taught. */
    public boolean has(SkillId skill) {
        return catalogue.teaches(skill.value());
    }

    /** The lesson with the numbers that everybody sees first. */
    public Optional<Lesson> find(SkillId skill) {
        return find(skill, 0);
    }

    /** @param variant which numbers, from 0; what is out of range counts as 0 */
    public Optional<Lesson> find(SkillId skill, int variant) {
        return made(skill, variant).map(LessonMaker.Made::lesson);
    }

    private Optional<LessonMaker.Made> made(SkillId skill, int variant) {
        int known = variant < 0 || variant >= VARIANTS ? 0 : variant;
        return made.computeIfAbsent(
                skill + "/" + known,
                key -> catalogue.find(skill.value()).flatMap(plan -> {
                    try {
                        return Optional.of(maker.made(plan, known));
                    } catch (BrokenTemplateException e) {
                        // The page stands without its lesson; the build proves them, so this is a matter of time or
                        // memory.
                        Log.warnf(e, "the lesson %s cannot be made", skill);
                        return Optional.empty();
                    }
                }));
    }

    /** The pictures of all stops as JSON, see {@link Frames}. */
    public Optional<String> frames(SkillId skill, int variant) {
        return made(skill, variant)
                .map(lesson -> frames.computeIfAbsent(
                        skill + "/" + lesson.lesson().variant(),
                        key -> Frames.json(maker.frames(lesson).stream()
                                .map(f -> new Frames.Frame(f.figure().data(), f.reads()))
                                .toList())));
    }

    /** The paragraph to which a link such as {@code DF02#inside} leads. */
    public Optional<LessonParagraph> paragraph(String link) {
        int hash = link.indexOf('#');
        if (hash < 0) {
            return Optional.empty();
        }
        return curriculum
                .skill(link.substring(0, hash))
                .flatMap(skill -> paragraphs(skill.id()).stream()
                        .filter(p -> p.anchor().equals(link.substring(hash + 1)))
                        .findFirst());
    }

    /** All paragraphs of all lessons, for whoever searches them. */
    public List<LessonParagraph> paragraphs() {
        return curriculum.skills().stream()
                .flatMap(skill -> paragraphs(skill.id()).stream())
                .toList();
    }

    private List<LessonParagraph> paragraphs(SkillId id) {
        var skill = curriculum.skill(id);
        var lesson = find(id);
        if (skill.isEmpty() || lesson.isEmpty()) {
            return List.of();
        }
        var l = lesson.get();
        var name = skill.get().name();
        var all = new ArrayList<LessonParagraph>();
        all.add(new LessonParagraph(
                id,
                name,
                "idea",
                "The idea",
                l.opening().question() + " " + l.opening().idea()));
        all.add(new LessonParagraph(
                id,
                name,
                "rule",
                "The rule",
                String.join(" ", l.rule().says()) + " " + l.rule().read()));
        l.rule().rules().forEach(r -> all.add(new LessonParagraph(id, name, r.id(), "A rule", r.text())));
        l.opening().terms().forEach((term, means) -> all.add(new LessonParagraph(id, name, "idea", term, means)));
        all.add(new LessonParagraph(
                id,
                name,
                l.pitfall().id(),
                "What one variable taught you",
                l.pitfall().belief() + " " + l.pitfall().truth()));
        all.add(new LessonParagraph(id, name, "ml", "In machine learning", l.ml()));
        return List.copyOf(all);
    }
}
