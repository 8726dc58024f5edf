package org.nabla.classroom.problemset;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.nabla.classroom.CourseAccess;
import org.nabla.classroom.marking.Words;
import org.nabla.classroom.seat.Seat;
import org.nabla.classroom.sheet.ExerciseSheet;
import org.nabla.paper.PaperPdf;
import org.nabla.web.trouble.Refusal;

/** A problem set as its learners will see it, and as a worksheet with its key for the printer. */
@Path("/courses/{course}/sets/{set}")
@Blocking
@Produces(MediaType.TEXT_HTML)
class WorksheetResource {
    /** So that a file is there in seconds. */
    private static final int MOST_ON_PAPER = 200;

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

        /** How many are on all sheets. */
        int exercises() {
            return versions.stream()
                    .mapToInt(version -> version.sheets().size())
                    .sum();
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

        static native TemplateInstance paper(Printed page);
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
        return Templates.worksheet(printed(access.teacher(course), set, versions, what, space));
    }

    /** The same as one file, for machines without a browser. */
    @GET
    @Path("/worksheet.pdf")
    @Produces({"application/pdf", MediaType.TEXT_HTML})
    public Response pdf(
            @RestPath String course,
            @RestPath String set,
            @RestQuery @DefaultValue("") String versions,
            @RestQuery @DefaultValue("") String what,
            @RestQuery @DefaultValue("") String space) {
        var printed = printed(access.teacher(course), set, versions, what, space);
        if (printed.exercises() > MOST_ON_PAPER) {
            throw new Refusal(
                    Response.Status.REQUEST_ENTITY_TOO_LARGE,
                    "That is too much for one file",
                    "A file holds " + MOST_ON_PAPER
                            + " exercises. Take fewer versions at once: the numbers of a version are"
                            + " the same whenever it is printed.");
        }
        return Response.ok(PaperPdf.of(Templates.paper(printed).render()), "application/pdf")
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"worksheet-" + printed.set() + ".pdf\"")
                .build();
    }

    private Printed printed(Seat seat, String set, String versions, String what, String space) {
        var whole = sets.find(seat, Fields.number(set)).orElseThrow(NotFoundException::new);
        var count = Fields.whole(versions, 1, Worksheets.MOST_VERSIONS);
        var notice = versions.isBlank() || count.isPresent()
                ? ""
                : "From 1 to " + Worksheets.MOST_VERSIONS + " versions can be printed at once. This is one.";
        return new Printed(
                seat,
                whole.id(),
                whole.title(),
                worksheets.versions(whole, count.orElse(1)),
                Words.points(whole.points()),
                SPACES.contains(space) ? space : "some",
                what.equals("keys") || what.equals("sheets") ? what : "both",
                notice);
    }
}
