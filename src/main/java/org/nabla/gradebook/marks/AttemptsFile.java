package org.nabla.gradebook.marks;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.nabla.account.UserId;
import org.nabla.classroom.assignment.Assignment;
import org.nabla.classroom.member.Enrolled;
import org.nabla.web.Csv;

/** All that was answered in a course as a file: a line for each box of each attempt, written assignment by assignment. */
@Singleton
class AttemptsFile {

    private static final List<String> MORE = List.of(
            "Assignment",
            "Exercise",
            "Template",
            "Version",
            "Seed",
            "Handed in (UTC)",
            "Verdict",
            "Score",
            "Seconds",
            "Part",
            "Typed",
            "Verdict of the part");

    private final AnswerRepository answers;

    AttemptsFile(AnswerRepository answers) {
        this.answers = answers;
    }

    /** Writes a new file, which the caller removes. All of it is as it was at one moment. */
    @Transactional
    Path write(long course, Gradebook book, boolean mark) {
        var learners = book.learners().stream().collect(Collectors.toMap(Enrolled::id, Function.identity()));
        try {
            var file = Files.createTempFile("nabla-attempts", ".csv");
            var out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
            out.write(mark ? Csv.BYTE_ORDER_MARK : "");
            try (var csv = Csv.to(out)) {
                var header = GradebookCsv.people();
                header.addAll(MORE);
                csv.writeRecord(header);
                for (var assignment : book.assignments()) {
                    write(csv, course, assignment, learners);
                }
            } catch (IOException | RuntimeException e) {
                Files.delete(file);
                throw e;
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(CsvWriter csv, long course, Assignment assignment, Map<UserId, Enrolled> learners) {
        for (var answer : answers.of(course, null, assignment.id())) {
            if (learners.containsKey(answer.learner())) {
                var row = GradebookCsv.person(Objects.requireNonNull(learners.get(answer.learner())));
                row.addAll(List.of(
                        Csv.text(assignment.title()),
                        String.valueOf(answer.position()),
                        answer.exercise().template().value(),
                        String.valueOf(answer.exercise().version()),
                        String.valueOf(answer.exercise().seed()),
                        answer.attempt().at().toString(),
                        answer.attempt().outcome().name().toLowerCase(Locale.ROOT),
                        GradebookPage.number(answer.attempt().score()),
                        answer.attempt().spent().map(String::valueOf).orElse(""),
                        answer.box().part(),
                        Csv.text(answer.box().typed()),
                        answer.box().found().toLowerCase(Locale.ROOT)));
                csv.writeRecord(row);
            }
        }
    }
}
