package org.nabla.classroom.problemset;

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
import jakarta.ws.rs.core.UriBuilder;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.nabla.classroom.CourseAccess;
import org.nabla.classroom.marking.Shares;
import org.nabla.classroom.seat.Seat;
import org.nabla.classroom.sheet.ExerciseSheet;
import org.nabla.exercise.template.ExerciseTemplate;

/** Looks through the catalogue for a problem set, and adds what is found. */
@Path("/courses/{course}/sets/{set}")
@Blocking
@Produces(MediaType.TEXT_HTML)
class FindResource {

    /** @param added what has just been added; empty where nothing */
    record Shown(
            Seat seat,
            long set,
            String title,
            int problems,
            String query,
            int level,
            String added,
            Catalogue.Found found) {
        public String address() {
            return seat.address() + "/sets/" + set;
        }
    }

    /** Some exercises of one template. */
    record Variants(Seat seat, long set, String setTitle, Catalogue.Row template, List<ExerciseSheet> sheets) {
        public String address() {
            return seat.address() + "/sets/" + set;
        }
    }

    @CheckedTemplate(basePath = "classroom/assignment")
    static class Templates {
        static native TemplateInstance find(Shown page);

        static native TemplateInstance variants(Variants page);

        static native TemplateInstance variants$sheets(Variants page);
    }

    private final CourseAccess access;
    private final ProblemSetService sets;
    private final Catalogue catalogue;

    FindResource(CourseAccess access, ProblemSetService sets, Catalogue catalogue) {
        this.access = access;
        this.sets = sets;
        this.catalogue = catalogue;
    }

    @GET
    @Path("/find")
    public TemplateInstance find(
            @RestPath String course,
            @RestPath String set,
            @RestQuery @DefaultValue("") String q,
            @RestQuery @DefaultValue("") String level,
            @RestQuery @DefaultValue("") String added) {
        var seat = access.teacher(course);
        var whole = whole(seat, set);
        var query = Fields.line(q);
        var only = Fields.whole(level, 1, 5).orElse(0);
        return Templates.find(new Shown(
                seat,
                whole.id(),
                whole.title(),
                whole.problems(),
                query,
                only,
                said(seat, added),
                catalogue.find(seat.user(), query, only)));
    }

    /** How a template looks with numbers, as a page or, for a script, as a piece of one. */
    @GET
    @Path("/variants")
    public TemplateInstance variants(
            @RestPath String course,
            @RestPath String set,
            @RestQuery @DefaultValue("") String template,
            @RestHeader("HX-Request") boolean fromScript) {
        var seat = access.teacher(course);
        var whole = whole(seat, set);
        var found = catalogue.template(seat.user(), template).orElseThrow(NotFoundException::new);
        var page = new Variants(seat, whole.id(), whole.title(), catalogue.row(found), catalogue.variants(found.id()));
        return fromScript ? Templates.variants$sheets(page) : Templates.variants(page);
    }

    @POST
    @Path("/lines")
    public Response add(
            @RestPath String course,
            @RestPath String set,
            @RestForm @DefaultValue("") String template,
            @RestForm @DefaultValue("") String skill,
            @RestForm @DefaultValue("") String only,
            @RestForm @DefaultValue("1") String count,
            @RestForm @DefaultValue("1") String points,
            @RestForm @DefaultValue("") String q,
            @RestForm @DefaultValue("") String level) {
        var seat = access.teacher(course).inUse();
        var whole = whole(seat, set);
        var howMany = Fields.whole(count, 1, SetItem.MOST);
        var worth = Fields.decimal(points, 0, SetResource.MOST_POINTS);
        if (howMany.isEmpty() || worth.isEmpty()) {
            return back(seat, whole.id(), q, level, "range");
        }
        var line = catalogue
                .template(seat.user(), template)
                .map(t -> SetLine.of(t.id(), howMany.getAsInt(), worth.get()))
                .or(() -> catalogue.knows(skill)
                        ? Optional.of(SetLine.ofSkill(skill, Fields.whole(only, 1, 5), howMany.getAsInt(), worth.get()))
                        : Optional.empty())
                .orElseThrow(NotFoundException::new);
        var added = sets.add(seat, whole.id(), line);
        return back(seat, whole.id(), q, level, added ? template + skill : "full");
    }

    private static Response back(Seat seat, long set, String q, String level, String added) {
        return Response.seeOther(UriBuilder.fromPath(seat.address() + "/sets/{set}/find")
                        .queryParam("q", "{q}")
                        .queryParam("level", "{level}")
                        .queryParam("added", "{added}")
                        .build(set, q, level, added))
                .build();
    }

    private String said(Seat seat, String added) {
        if (added.equals("range")) {
            return "From 1 to " + SetItem.MOST + " exercises, for 0 to " + Shares.plain(SetResource.MOST_POINTS)
                    + " points each. Nothing was added.";
        }
        if (added.equals("full")) {
            return "A set has at most " + ProblemSetService.MOST_LINES + " lines. Take one out first.";
        }
        return catalogue
                .template(seat.user(), added)
                .map(ExerciseTemplate::title)
                .or(() -> catalogue.knows(added) ? Optional.of(catalogue.skillName(added)) : Optional.empty())
                .map(title -> "Added: " + title + ".")
                .orElse("");
    }

    private ProblemSetService.Whole whole(Seat seat, String set) {
        return sets.find(seat, Fields.number(set)).orElseThrow(NotFoundException::new);
    }
}
