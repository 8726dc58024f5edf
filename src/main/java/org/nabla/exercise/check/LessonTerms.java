package org.nabla.exercise.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.nabla.exercise.check.LessonReport.Check;
import org.nabla.exercise.check.LessonReport.Finding;
import org.nabla.exercise.curriculum.Curriculum;
import org.nabla.exercise.curriculum.Skill;
import org.nabla.exercise.lesson.LessonPlan;
import org.nabla.exercise.lesson.Said;

/** Whether every word that is not everybody's is explained here, or before. */
final class LessonTerms {
    /** Words of the subject, besides the terms of the lessons themselves. */
    private static final List<String> OF_THE_SUBJECT = List.of(
            "gradient",
            "Jacobian",
            "Hessian",
            "determinant",
            "eigenvalue",
            "eigenvector",
            "orthogonal",
            "divergence",
            "curl",
            "flux",
            "softmax",
            "logit",
            "cross-entropy",
            "Lagrangian",
            "multiplier",
            "covariance",
            "parametrise",
            "saddle",
            "convex",
            "antiderivative",
            "integrand",
            "asymptote",
            "discriminant",
            "level curve",
            "dot product",
            "cross product",
            "transpose",
            "directional derivative",
            "partial derivative",
            "chain rule",
            "backpropagation",
            "sigmoid",
            "learning rate",
            "momentum",
            "regularisation",
            "variance",
            "expectation",
            "Taylor",
            "Newton's method",
            "definite",
            "singular",
            "basis",
            "rank",
            "critical point");

    private final LessonPlan plan;
    private final Curriculum curriculum;
    private final Map<String, LessonPlan> lessons;

    LessonTerms(LessonPlan plan, Curriculum curriculum, Map<String, LessonPlan> lessons) {
        this.plan = plan;
        this.curriculum = curriculum;
        this.lessons = lessons;
    }

    List<Finding> findings() {
        var findings = new ArrayList<Finding>();
        var text = text();
        plan.opening().terms().keySet().forEach(term -> {
            var marked = Pattern.compile(
                    "\\*" + Pattern.quote(term.replaceFirst("^to ", "")) + "s?\\*", Pattern.CASE_INSENSITIVE);
            long times = marked.matcher(text).results().count();
            if (times == 0 && !term.startsWith("to ")) {
                findings.add(finding("the term \"" + term + "\" stands nowhere between stars: *" + term + "*"));
            } else if (times > 1) {
                findings.add(
                        finding("the term \"" + term + "\" stands between stars " + times + " times: once is enough"));
            }
        });
        var known = known();
        var small = small(text);
        glossary().forEach((word, where) -> {
            if (!known.contains(small(word)) && used(word, small)) {
                findings.add(finding("the word \"" + word + "\"" + where
                        + " is not explained before this lesson: explain it (terms, *" + word
                        + "*), use another, or name it under everyday if anybody knows it"));
            }
        });
        return findings;
    }

    private static Finding finding(String message) {
        return new Finding(Check.WORDS, false, message);
    }

    /** All but the look ahead to machine learning, which names what comes later. */
    private String text() {
        return String.join(
                "\n",
                plan.all().stream()
                        .filter(s -> s.section() != Said.Section.ML
                                || plan.opening().terms().keySet().stream()
                                        .anyMatch(t -> s.source().contains("*" + t)))
                        .map(Said::flat)
                        .map(s -> s.replaceAll("\\$[^$]*\\$|\\{[^{}]*\\}|`[^`]*`", " "))
                        .toList());
    }

    /** @param text in small letters */
    private static boolean used(String word, String text) {
        var small = small(word);
        return text.contains(small) // most words are not, and a pattern takes its time to see that
                && Pattern.compile("(?<![\\w*-])" + Pattern.quote(small) + "s?(?![\\w*-])")
                        .matcher(text)
                        .find();
    }

    /** Each word with where it is explained. */
    private Map<String, String> glossary() {
        var glossary = new LinkedHashMap<String, String>();
        OF_THE_SUBJECT.forEach(word -> glossary.put(word, ""));
        lessons.values().stream()
                .filter(l -> !l.skill().equals(plan.skill()))
                .forEach(l -> l.opening().terms().keySet().stream()
                        .filter(term -> !term.startsWith("to "))
                        .forEach(term -> glossary.put(term, " (a term of " + l.skill() + ")")));
        return glossary;
    }

    /** In small letters: what this lesson explains, what it calls everyday, and what the skills before it teach. */
    private Set<String> known() {
        var known = new LinkedHashSet<String>();
        plan.opening().terms().keySet().forEach(t -> known.add(small(t)));
        plan.grounds().everyday().forEach(t -> known.add(small(t)));
        Pattern.compile("\\*([^*]+)\\*").matcher(text()).results().forEach(m -> known.add(small(m.group(1))));
        var taught = new StringBuilder();
        for (var skill : before()) {
            taught.append(small(skill.name() + " " + skill.what())).append('\n');
            var lesson = lessons.get(skill.id().value());
            if (lesson != null) {
                lesson.opening().terms().keySet().forEach(t -> known.add(small(t)));
                Pattern.compile("\\*([^*]+)\\*")
                        .matcher(lesson.all().stream().map(Said::flat).reduce("", (a, b) -> a + " " + b))
                        .results()
                        .forEach(m -> known.add(small(m.group(1))));
            }
        }
        var texts = taught.toString();
        glossary().keySet().stream().filter(word -> used(word, texts)).forEach(word -> known.add(small(word)));
        return known;
    }

    private static String small(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    /** The skill itself and all that it needs, directly or not. */
    private Set<Skill> before() {
        var before = new LinkedHashSet<Skill>();
        var open = new ArrayList<Skill>();
        curriculum.skill(plan.skill()).ifPresent(open::add);
        while (!open.isEmpty()) {
            var skill = open.remove(open.size() - 1);
            if (before.add(skill)) {
                open.addAll(curriculum.needs(skill));
            }
        }
        return before;
    }
}
