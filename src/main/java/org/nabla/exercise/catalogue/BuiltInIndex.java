package org.nabla.exercise.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.nabla.exercise.ExerciseId;
import org.nabla.exercise.Place;
import org.nabla.exercise.reading.LessonReader;
import org.nabla.exercise.reading.TemplateReader;
import org.nabla.exercise.template.ExerciseTemplate;
import org.nabla.exercise.template.Task;

/**
 * What the build found when it read all templates and lessons: of those in which nothing is wrong, what is asked of all of them
 * at once. A start reads this in place of them, and one of them when somebody wants it. A file that is not as the build saw it,
 * and one in which something is wrong, stands for nothing here and is read at the start.
 */
public final class BuiltInIndex {
    private static final String FILE = "catalogue-index.tsv";
    private static final BuiltInIndex EMPTY = new BuiltInIndex(Map.of());

    /** The columns after path and sum, by path and sum. */
    private final Map<String, List<String>> rows;

    private BuiltInIndex(Map<String, List<String>> rows) {
        this.rows = rows;
    }

    /** Writes it into the folder of the classes, beside the files that it is about. */
    public static void main(String... arguments) throws IOException {
        Files.write(Path.of(arguments[0]).resolve(FILE), lines());
    }

    /** Of what is on the class path now. */
    static List<String> lines() {
        var templates = BuiltInFiles.files(ExerciseCatalogue.FOLDER).entrySet().stream()
                .flatMap(file -> TemplateReader.read(file.getKey(), file.getValue())
                        .either(template -> Stream.of(template), errors -> Stream.<ExerciseTemplate>empty())
                        .map(template -> line(file.getKey(), file.getValue(), row(template.heading()))));
        var lessons = BuiltInFiles.files(LessonCatalogue.FOLDER).entrySet().stream()
                .flatMap(file -> LessonReader.read(file.getKey(), file.getValue())
                        .either(plan -> Stream.of(plan.skill()), errors -> Stream.<String>empty())
                        .map(skill -> line(file.getKey(), file.getValue(), List.of(skill))));
        return Stream.concat(templates, lessons).sorted().toList();
    }

    private static String line(String path, String text, List<String> row) {
        return key(path, text) + "\t" + String.join("\t", row);
    }

    private static String key(String path, String text) {
        var sum = new CRC32();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        return path + "\t" + Long.toHexString(sum.getValue());
    }

    private static List<String> row(ExerciseTemplate.Heading heading) {
        return List.of(
                heading.id().value(),
                heading.chapter(),
                heading.title(),
                String.join(" ", heading.skills()),
                Integer.toString(heading.level()),
                heading.task().word(),
                Integer.toString(heading.version()),
                Integer.toString(heading.partCount()),
                Integer.toString(heading.stepCount()));
    }

    /** That of the packaged application; an empty one where classes are a folder, in which each file may have changed since. */
    static BuiltInIndex load() {
        try {
            return BuiltInFiles.inJar(FILE).map(BuiltInIndex::read).orElse(EMPTY);
        } catch (IOException e) {
            throw new UncheckedIOException("the index of the catalog cannot be read", e);
        }
    }

    static BuiltInIndex read(String text) {
        var rows = new HashMap<String, List<String>>();
        text.lines().map(line -> List.of(line.split("\t", -1))).forEach(line -> {
            rows.put(line.get(0) + "\t" + line.get(1), line.subList(2, line.size()));
        });
        return new BuiltInIndex(rows);
    }

    /** The heading of a template that can be read. */
    Optional<ExerciseTemplate.Heading> heading(String path, String text) {
        return row(path, text).map(row -> {
            var cells = row.iterator();
            return new ExerciseTemplate.Heading(
                    new ExerciseId(cells.next()),
                    cells.next(),
                    cells.next(),
                    List.of(cells.next().split(" ")),
                    Integer.parseInt(cells.next()),
                    Task.of(cells.next()).orElseThrow(),
                    Integer.parseInt(cells.next()),
                    Integer.parseInt(cells.next()),
                    Integer.parseInt(cells.next()),
                    new Place(path, 1, 1));
        });
    }

    /** The skill of a lesson that can be read. */
    Optional<String> skill(String path, String text) {
        return row(path, text).map(row -> row.get(0));
    }

    private Optional<List<String>> row(String path, String text) {
        return Optional.ofNullable(rows.get(key(path, text)));
    }
}
