package org.nabla.practice;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.nabla.exercise.ExerciseTemplate;

/**
 * The catalogue as it is shown: chapters in the order in which they are learnt, in each its exercises from easy to hard.
 *
 * @param query what was searched; empty for all
 */
record CatalogueView(String query, List<Chapter> chapters) {

    private static final List<String> ORDER = List.of(
            "single-variable",
            "linear-algebra",
            "functions-of-several-variables",
            "partial-differentiation",
            "optimization",
            "multiple-integration",
            "machine-learning");

    /** A chapter with those of its exercises that were found. */
    record Chapter(String id, String title, List<Row> rows) {

        /** The first few exercises by name. */
        public String sample() {
            return rows.stream().limit(3).map(Row::title).collect(Collectors.joining(", "));
        }

        public String count() {
            return rows.size() == 1 ? "1 exercise" : rows.size() + " exercises";
        }
    }

    record Row(String template, String title, String level) {}

    static CatalogueView of(Collection<ExerciseTemplate> templates, String query) {
        var words = List.of(query.toLowerCase(Locale.ROOT).split("\\s+"));
        var byChapter = templates.stream()
                .filter(template -> words.stream().allMatch(text(template)::contains))
                .sorted(Comparator.comparing((ExerciseTemplate t) -> place(t.chapter()))
                        .thenComparing(ExerciseTemplate::level)
                        .thenComparing(ExerciseTemplate::title))
                .collect(Collectors.groupingBy(ExerciseTemplate::chapter, LinkedHashMap::new, Collectors.toList()));
        return new CatalogueView(
                query,
                byChapter.entrySet().stream()
                        .map(chapter -> new Chapter(
                                chapter.getKey(),
                                Chapters.title(chapter.getKey()),
                                chapter.getValue().stream()
                                        .map(CatalogueView::row)
                                        .toList()))
                        .toList());
    }

    private static Row row(ExerciseTemplate template) {
        return new Row(template.id().value(), template.title(), Levels.word(template.level()));
    }

    private static String text(ExerciseTemplate template) {
        return (template.title() + " " + template.id() + " " + template.chapter()).toLowerCase(Locale.ROOT);
    }

    private static int place(String chapter) {
        var place = ORDER.indexOf(chapter);
        return place < 0 ? ORDER.size() : place;
    }
}
