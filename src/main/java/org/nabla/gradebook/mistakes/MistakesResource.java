package org.nabla.gradebook.mistakes;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.nabla.classroom.CourseAccess;
import org.nabla.classroom.assignment.Assignment;
import org.nabla.classroom.assignment.AssignmentService;
import org.nabla.classroom.note.CourseNotes;
import org.nabla.classroom.seat.Seat;
import org.nabla.progress.report.Reports;

/** The mistakes of a course or of one assignment, and notes to those who made one. */
@Path("/courses/{course}/mistakes")
@Blocking
@Produces(MediaType.TEXT_HTML)
class MistakesResource {
    private static final int LONGEST_NOTE = 2000;

    private static final Map<String, String> NOTICES = Map.of(
            "answered", "Answered. The learner reads it below the verdict.",
            "silent",
                    "Type what you want to say of it, in at most " + Reports.LONGEST + " characters. Nothing was sent.",
            "sent", "Sent. The note stands on their pages of this exercise until they have read it.",
            "empty", "Type what you want to say, in at most " + LONGEST_NOTE + " characters. Nothing was sent.",
            "gone", "These answers are not there any more, or there is nobody left to tell. Nothing was sent.");

    @CheckedTemplate(basePath = "gradebook")
    static class Templates {
        static native TemplateInstance mistakes(MistakesPage page);
    }

    private final CourseAccess access;
    private final AssignmentService assignments;
    private final MistakeService mistakes;
    private final MistakesPages pages;
    private final CourseNotes notes;
    private final Doubts doubts;

    MistakesResource(
            CourseAccess access,
            AssignmentService assignments,
            MistakeService mistakes,
            MistakesPages pages,
            CourseNotes notes,
            Doubts doubts) {
        this.access = access;
        this.assignments = assignments;
        this.mistakes = mistakes;
        this.pages = pages;
        this.notes = notes;
        this.doubts = doubts;
    }

    @GET
    public TemplateInstance show(
            @RestPath String course, @RestQuery @DefaultValue("") String assignment, @RestQuery @Nullable String done) {
        var seat = access.marker(course);
        return Templates.mistakes(
                pages.of(seat, scope(seat, assignment), NOTICES.getOrDefault(done == null ? "" : done, "")));
    }

    /** A note to all who gave one of these answers. */
    @POST
    @Path("/note")
    public Response send(
            @RestPath String course,
            @RestForm @DefaultValue("") String assignment,
            @RestForm @DefaultValue("") String template,
            @RestForm @DefaultValue("") String part,
            @RestForm @DefaultValue("") String key,
            @RestForm @DefaultValue("") String text) {
        var seat = access.marker(course).inUse();
        var scope = scope(seat, assignment);
        var note = text.strip();
        if (note.isEmpty() || note.length() > LONGEST_NOTE) {
            return back(seat, assignment, "empty");
        }
        var group = mistakes.group(seat, scope.map(Assignment::id).orElse(null), template, part, key);
        group.ifPresent(g -> notes.send(seat, g.template(), MistakesPages.about(g), note, g.learners()));
        return back(seat, assignment, group.isPresent() ? "sent" : "gone");
    }

    /** What a teacher says of a verdict that a learner doubts: the learner reads it below the verdict and on their progress. */
    @POST
    @Path("/doubt")
    public Response answer(
            @RestPath String course,
            @RestForm @DefaultValue("") String assignment,
            @RestForm @DefaultValue("") String id,
            @RestForm @DefaultValue("") String answer) {
        var seat = access.marker(course).inUse();
        scope(seat, assignment);
        if (answer.isBlank() || answer.strip().length() > Reports.LONGEST) {
            return back(seat, assignment, "silent");
        }
        var done = id.matches("[1-9][0-9]{0,17}") && doubts.answer(seat, Long.parseLong(id), answer);
        return back(seat, assignment, done ? "answered" : "gone");
    }

    private Optional<Assignment> scope(Seat seat, String number) {
        if (number.isEmpty()) {
            return Optional.empty();
        }
        if (!number.matches("[1-9][0-9]{0,8}")) {
            throw new NotFoundException();
        }
        return Optional.of(
                assignments.find(seat.course(), Long.parseLong(number)).orElseThrow(NotFoundException::new));
    }

    private static Response back(Seat seat, String assignment, String done) {
        return Response.seeOther(URI.create(seat.address() + "/mistakes?done=" + done
                        + (assignment.isEmpty() ? "" : "&assignment=" + assignment)))
                .build();
    }
}
