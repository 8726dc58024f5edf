package org.nabla.gradebook.regrading;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.nabla.classroom.CourseAccess;
import org.nabla.classroom.assignment.Assignment;
import org.nabla.classroom.assignment.AssignmentService;
import org.nabla.classroom.assignment.Problem;
import org.nabla.classroom.marking.MarkMove;
import org.nabla.classroom.member.CoursePeople;
import org.nabla.classroom.member.Enrolled;
import org.nabla.classroom.seat.Seat;
import org.nabla.gradebook.marks.GradebookPage;

/** Where a teacher has the answers at one problem graded anew: what changes is listed first, and all of it can be taken back. */
@Path("/courses/{course}/gradebook/regrade/{number}/{position}")
@Blocking
@Produces(MediaType.TEXT_HTML)
class TeacherRegradingResource {
    private static final int CONFLICT = 409;
    private static final int LONGEST_ANSWER = 4_000;
    private static final String NUMBER = "[1-9][0-9]{0,17}";

    /**
     * The list of what an act changes.
     *
     * @param what the act in words
     * @param fields of its form, to be sent again with the yes
     */
    record Asked(
            Seat seat,
            String address,
            String what,
            List<Row> rows,
            int verdicts,
            Map<String, String> fields,
            String notice) {}

    /** One mark. */
    record Row(String learner, String exercise, String before, String after, boolean up) {}

    @CheckedTemplate(basePath = "gradebook", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance regrade(RegradingPage page);

        static native TemplateInstance regradeList(Asked page);
    }

    private record Found(Seat seat, Assignment assignment, Problem problem) {
        String address() {
            return seat.address() + "/gradebook/regrade/" + assignment.number() + "/" + problem.position();
        }
    }

    private final CourseAccess access;
    private final CoursePeople people;
    private final AssignmentService assignments;
    private final TeacherRegrading regrading;
    private final RegradingPages pages;

    TeacherRegradingResource(
            CourseAccess access,
            CoursePeople people,
            AssignmentService assignments,
            TeacherRegrading regrading,
            RegradingPages pages) {
        this.access = access;
        this.people = people;
        this.assignments = assignments;
        this.regrading = regrading;
        this.pages = pages;
    }

    @GET
    public TemplateInstance show(
            @RestPath String course,
            @RestPath String number,
            @RestPath String position,
            @RestQuery @Nullable String done) {
        var found = find(access.teacher(course), number, position);
        return Templates.regrade(pages.of(
                found.seat(),
                found.assignment(),
                found.problem(),
                found.address(),
                "yes".equals(done) ? "Done. Marks, mistakes and what learners can do follow it." : ""));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response act(
            @RestPath String course,
            @RestPath String number,
            @RestPath String position,
            MultivaluedMap<String, String> typed) {
        var found = find(access.teacher(course).inUse(), number, position);
        var fields = new LinkedHashMap<String, String>();
        typed.forEach((name, values) -> fields.put(name, values.isEmpty() ? "" : values.get(0)));
        var act = act(found, fields).orElseThrow(NotFoundException::new);
        var trial = regrading.look(found.seat(), found.assignment(), found.problem(), act);
        var seen = fields.getOrDefault("confirm", "");
        if (!seen.equals(trial.fingerprint())) {
            return ask(found, act, trial, fields, seen);
        }
        regrading.apply(found.seat(), found.problem(), act, trial);
        return Response.seeOther(URI.create(found.address() + "?done=yes")).build();
    }

    private Response ask(
            Found found, RegradingAct act, TeacherRegrading.Trial trial, Map<String, String> typed, String seen) {
        var fields = new LinkedHashMap<>(typed);
        fields.remove("csrf-token");
        fields.put("confirm", trial.fingerprint());
        var names =
                people.learners(found.seat().course()).stream().collect(Collectors.toMap(Enrolled::id, Enrolled::name));
        var page = new Asked(
                found.seat(),
                found.address(),
                act.words(),
                trial.moves().stream()
                        .map(move -> row(found, names.getOrDefault(move.learner(), "somebody who left"), move))
                        .toList(),
                trial.verdicts().size(),
                fields,
                seen.isEmpty()
                        ? ""
                        : "Something was answered meanwhile, so the list is another one now. Nothing was changed yet.");
        return Response.status(seen.isEmpty() ? 200 : CONFLICT)
                .entity(Templates.regradeList(page))
                .build();
    }

    private Row row(Found found, String name, MarkMove move) {
        var title =
                found.assignment().problem(move.position()).map(pages::title).orElse("");
        return new Row(
                name,
                move.position() + ". " + title,
                GradebookPage.number(move.before()),
                GradebookPage.number(move.after()),
                move.after() > move.before());
    }

    private Optional<RegradingAct> act(Found found, Map<String, String> fields) {
        return switch (fields.getOrDefault("action", "")) {
            case "accept" -> accept(found, fields);
            case "forget" -> number(fields.getOrDefault("id", "")).map(RegradingAct.Forget::new);
            case "full" -> Optional.of(new RegradingAct.FullMarks(true));
            case "computed" -> Optional.of(new RegradingAct.FullMarks(false));
            case "uncorrect" -> Optional.of(new RegradingAct.Uncorrect());
            default -> Optional.empty();
        };
    }

    /** Only what somebody has answered at this problem: what is accepted is text of theirs, never taken for anything else. */
    private Optional<RegradingAct> accept(Found found, Map<String, String> fields) {
        var value = fields.getOrDefault("value", "").strip();
        return number(fields.getOrDefault("exercise", ""))
                .filter(id -> !value.isEmpty() && value.length() <= LONGEST_ANSWER)
                .map(id -> new RegradingAct.Accept(id, fields.getOrDefault("part", ""), value))
                .filter(accept -> pages.wasAnswered(found.problem(), accept))
                .map(accept -> accept);
    }

    private static Optional<Long> number(String text) {
        return text.matches(NUMBER) ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }

    private Found find(Seat seat, String number, String position) {
        if (!number.matches("[1-9][0-9]{0,8}") || !position.matches("[1-9][0-9]{0,8}")) {
            throw new NotFoundException();
        }
        var assignment = assignments.find(seat.course(), Long.parseLong(number)).orElseThrow(NotFoundException::new);
        var problem = assignment.problem(Integer.parseInt(position)).orElseThrow(NotFoundException::new);
        return new Found(seat, assignment, problem);
    }
}
