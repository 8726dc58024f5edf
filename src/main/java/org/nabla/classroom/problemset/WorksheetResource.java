package org.nabla.classroom.problemset;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.nabla.classroom.CourseAccess;
import org.nabla.classroom.Seat;
import org.nabla.classroom.marking.Words;
import org.nabla.classroom.sheet.ExerciseSheet;

/** A problem set as its learners will see it, and as a worksheet with its key for the printer. */
@Path("/courses/{course}/sets/{set}")
@Blocking
@Produces(MediaType.TEXT_HTML)
class WorksheetResource {
    private static final List<String> SPACES = List.of("none", "some", "much");

    record Preview(Seat seat, long set, String title, List<ExerciseSheet> sheets, String points) {
        public String address() {
            return seat.address() + "/sets/" + set;
        }
    }

    /**
     * @param space how much room there is to write: none, some, much
     * @param what the sheets, the keys, or both
     * @param notice what could not be taken, in a sentence; empty where nothing
     */
    record Printed(
            Seat seat,
            long set,
            String title,
            List<Worksheets.Version> versions,
            String points,
            String space,
            String what,
            String notice) {
        public String address() {
            return seat.address() + "/sets/" + set;
        }

        public boolean withSheets() {
            return !what.equals("keys");
        }

        public boolean withKeys() {
            return !what.equals("sheets");
        }
    }

    @CheckedTemplate(basePath = "classroom/assignment")
    static class Templates {
        static native TemplateInstance preview(Preview page);

        static native TemplateInstance worksheet(Printed page);
    }

    private final CourseAccess access;
    private final ProblemSetService sets;
    private final Worksheets worksheets;

    WorksheetResource(CourseAccess access, ProblemSetService sets, Worksheets worksheets) {
        this.access = access;
        this.sets = sets;
        this.worksheets = worksheets;
    }

    @GET
    @Path("/preview")
    public TemplateInstance preview(@RestPath String course, @RestPath String set) {
        var seat = access.teacher(course);
        var whole = sets.find(seat, Fields.number(set)).orElseThrow(NotFoundException::new);
        return Templates.preview(new Preview(
                seat,
                whole.id(),
                whole.title(),
                worksheets.versions(whole, 1).get(0).sheets(),
                Words.points(whole.points())));
    }

    @GET
    @Path("/worksheet")
    public TemplateInstance worksheet(
            @RestPath String course,
            @RestPath String set,
            @RestQuery @DefaultValue("") String versions,
            @RestQuery @DefaultValue("") String what,
            @RestQuery @DefaultValue("") String space) {
        var seat = access.teacher(course);
        var whole = sets.find(seat, Fields.number(set)).orElseThrow(NotFoundException::new);
        var count = Fields.whole(versions, 1, Worksheets.MOST_VERSIONS);
        var notice = versions.isBlank() || count.isPresent()
                ? ""
                : "From 1 to " + Worksheets.MOST_VERSIONS + " versions can be printed at once. This is one.";
        return Templates.worksheet(new Printed(
                seat,
                whole.id(),
                whole.title(),
                worksheets.versions(whole, count.orElse(1)),
                Words.points(whole.points()),
                SPACES.contains(space) ? space : "some",
                what.equals("keys") || what.equals("sheets") ? what : "both",
                notice));
    }
}
