package org.nabla.gradebook;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.nabla.classroom.CourseAccess;
import org.nabla.classroom.CoursePeople;
import org.nabla.classroom.Enrolled;
import org.nabla.classroom.Seat;
import org.nabla.classroom.assignment.Assignment;
import org.nabla.classroom.assignment.AssignmentService;
import org.nabla.exercise.template.ExerciseTemplate;
import org.nabla.gradebook.VariantRepository.Had;
import org.nabla.progress.DrawnValues;
import org.nabla.progress.Shelves;

/** Finds who had which numbers in an exercise: a learner who says "mine had a = 3" is found by it. */
@Path("/courses/{course}/gradebook/variants")
@Blocking
@Produces(MediaType.TEXT_HTML)
class VariantsResource {

    /**
     * What was found.
     *
     * @param error why nothing was looked for; empty where it was
     */
    record Page(Seat seat, String typed, List<Row> rows, boolean asked, String error) {}

    /** An exercise of a learner. @param numbers all that was drawn for it */
    record Row(String learner, String address, String assignment, String exercise, String numbers, String state) {}

    @CheckedTemplate(basePath = "gradebook")
    static class Templates {
        static native TemplateInstance variants(Page page);
    }

    private final CourseAccess access;
    private final CoursePeople people;
    private final AssignmentService assignments;
    private final VariantRepository variants;
    private final DrawnValues drawn;
    private final Shelves shelves;

    VariantsResource(
            CourseAccess access,
            CoursePeople people,
            AssignmentService assignments,
            VariantRepository variants,
            DrawnValues drawn,
            Shelves shelves) {
        this.access = access;
        this.people = people;
        this.assignments = assignments;
        this.variants = variants;
        this.drawn = drawn;
        this.shelves = shelves;
    }

    @GET
    public TemplateInstance show(@RestPath String course, @RestQuery @DefaultValue("") String numbers) {
        var seat = access.teacher(course);
        if (numbers.isBlank()) {
            return Templates.variants(new Page(seat, "", List.of(), false, ""));
        }
        var sought = SoughtValues.of(numbers);
        return Templates.variants(
                sought.isEmpty()
                        ? new Page(
                                seat,
                                numbers,
                                List.of(),
                                false,
                                "Type names and values with an equals sign, such as a = 3 and b = 7.")
                        : new Page(seat, numbers, rows(seat, sought.get()), true, ""));
    }

    private List<Row> rows(Seat seat, Map<String, String> sought) {
        var course = seat.course();
        drawn.of(QuarkusTransaction.joiningExisting().call(() -> variants.unknown(course)));
        var had = QuarkusTransaction.joiningExisting().call(() -> variants.with(course, sought));
        var values = drawn.of(had.stream().map(Had::exercise).collect(Collectors.toSet()));
        var names = people.learners(course).stream().collect(Collectors.toMap(Enrolled::id, Function.identity()));
        var given = assignments.of(course).stream().collect(Collectors.toMap(Assignment::id, Function.identity()));
        return had.stream()
                .filter(h -> names.containsKey(h.learner()) && given.containsKey(h.assignment()))
                .map(h -> row(
                        h,
                        Objects.requireNonNull(names.get(h.learner())),
                        Objects.requireNonNull(given.get(h.assignment())),
                        values.getOrDefault(h.exercise(), Map.of())))
                .toList();
    }

    private Row row(Had had, Enrolled learner, Assignment assignment, Map<String, String> values) {
        var title = shelves.anywhere(had.template())
                .map(ExerciseTemplate::title)
                .orElse(had.template().value());
        return new Row(
                learner.person().familyFirst(),
                assignment.address() + "/learners/" + learner.id() + "#problem-" + had.position(),
                assignment.title(),
                had.position() + ". " + title,
                LearnerMarks.words(values),
                had.solved() ? "right" : had.tries() > 0 ? "not right yet" : "not answered");
    }
}
