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
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.nabla.classroom.CourseAccess;
import org.nabla.classroom.CourseService;
import org.nabla.classroom.marking.Shares;
import org.nabla.classroom.marking.Words;
import org.nabla.classroom.seat.Seat;
import org.nabla.web.trouble.Refusal;

/** One problem set: its lines in order, which can be changed, moved and taken out; copies of it. */
@Path("/courses/{course}/sets/{set}")
@Blocking
@Produces(MediaType.TEXT_HTML)
class SetResource {
    static final double MOST_POINTS = 1000;

    private static final Map<String, String> NOTICES = Map.of(
            "saved", "Saved.",
            "copied", "This is the copy.",
            "title", "A title has 1 to " + SetsResource.LONGEST_TITLE + " characters. Nothing was changed.",
            "nothing", "Count and points must be numbers: 1 to 20 exercises, 0 to 1000 points. Nothing was changed.");

    @CheckedTemplate(basePath = "classroom/assignment")
    static class Templates {
        static native TemplateInstance set(SetPage page);
    }

    private final CourseAccess access;
    private final CourseService courses;
    private final ProblemSetService sets;
    private final Catalogue catalogue;

    SetResource(CourseAccess access, CourseService courses, ProblemSetService sets, Catalogue catalogue) {
        this.access = access;
        this.courses = courses;
        this.sets = sets;
        this.catalogue = catalogue;
    }

    @GET
    public TemplateInstance show(@RestPath String course, @RestPath String set, @RestQuery @Nullable String done) {
        var seat = access.teacher(course);
        return Templates.set(page(seat, find(seat, set), NOTICES.getOrDefault(done == null ? "" : done, "")));
    }

    @POST
    public Response rename(@RestPath String course, @RestPath String set, @RestForm @DefaultValue("") String title) {
        var seat = access.teacher(course).inUse();
        var found = find(seat, set);
        var line = Fields.line(title);
        if (!SetsResource.titleErrors(line).isEmpty()) {
            return back(seat, found.id(), "title", "");
        }
        sets.rename(seat, found.id(), line);
        return back(seat, found.id(), "saved", "");
    }

    /** Moves a line, takes it out, or changes how many and for how many points. */
    @POST
    @Path("/lines/{line}")
    public Response change(
            @RestPath String course,
            @RestPath String set,
            @RestPath String line,
            @RestForm @DefaultValue("") String action,
            @RestForm @DefaultValue("") String count,
            @RestForm @DefaultValue("") String points,
            @RestForm @DefaultValue("") String level) {
        var seat = access.teacher(course).inUse();
        var found = find(seat, set);
        var id = Fields.number(line);
        var now = found.lines().get(id);
        if (now == null) {
            throw new Refusal(
                    Response.Status.NOT_FOUND,
                    "This line is not in the set any more",
                    "Somebody else has taken it out since you opened the page. Go back and load it again.");
        }
        switch (action) {
            case "up" -> sets.move(seat, found.id(), id, -1);
            case "down" -> sets.move(seat, found.id(), id, 1);
            case "top" -> sets.move(seat, found.id(), id, -ProblemSetService.MOST_LINES);
            case "remove" -> sets.removeLine(seat, found.id(), id);
            default -> {
                var howMany = Fields.whole(count, 1, SetItem.MOST);
                var worth = Fields.decimal(points, 0, MOST_POINTS);
                if (howMany.isEmpty() || worth.isEmpty()) {
                    return back(seat, found.id(), "nothing", "");
                }
                var onlyLevel = now.skill().isPresent() ? Fields.whole(level, 1, 5) : OptionalInt.empty();
                sets.change(seat, found.id(), id, now.with(onlyLevel, howMany.getAsInt(), worth.get()));
            }
        }
        return back(seat, found.id(), action.equals("save") ? "saved" : "", "#line-" + id);
    }

    @POST
    @Path("/copy")
    public Response copy(@RestPath String course, @RestPath String set, @RestForm @DefaultValue("") String into) {
        var seat = access.teacher(course);
        var found = find(seat, set);
        var target = access.teacher(into).inUse();
        var title = target.course() == seat.course() ? "Copy of " + found.title() : found.title();
        var copied = sets.copy(seat, found.id(), target, title.substring(0, Math.min(title.length(), 120)));
        return back(target, copied, "copied", "");
    }

    @POST
    @Path("/remove")
    public Response remove(@RestPath String course, @RestPath String set) {
        var seat = access.teacher(course).inUse();
        sets.remove(seat, find(seat, set).id());
        return Response.seeOther(URI.create(seat.address() + "/sets?done=removed"))
                .build();
    }

    private ProblemSetService.Whole find(Seat seat, String set) {
        return sets.find(seat, Fields.number(set)).orElseThrow(NotFoundException::new);
    }

    private static Response back(Seat seat, long set, String done, String place) {
        return Response.seeOther(
                        URI.create(seat.address() + "/sets/" + set + (done.isEmpty() ? "" : "?done=" + done) + place))
                .build();
    }

    private SetPage page(Seat seat, ProblemSetService.Whole set, String notice) {
        var lines = new ArrayList<SetPage.Line>();
        set.lines().forEach((id, line) -> lines.add(line(seat, set, id, line, lines.size() + 1)));
        var taught = courses.of(seat.user()).stream()
                .filter(s -> s.teaches() && !s.archived())
                .sorted((a, b) -> Boolean.compare(b.course() == seat.course(), a.course() == seat.course()))
                .toList();
        return new SetPage(
                seat, set.id(), set.title(), lines, set.problems(), Words.points(set.points()), taught, notice);
    }

    private SetPage.Line line(Seat seat, ProblemSetService.Whole set, long id, SetLine line, int position) {
        var from = sets.templates(line);
        var skill = line.skill().isPresent();
        var row = from.isEmpty() ? null : catalogue.row(from.get(0));
        var gone = line.template().map(t -> t + " (gone)").orElse("");
        return new SetPage.Line(
                id,
                position,
                skill ? catalogue.skillName(line.skill().orElseThrow()) : row == null ? gone : row.title(),
                skill,
                skill || row == null ? "" : row.level() + " · " + row.area(),
                new SetPage.Line.Levels(
                        skill
                                ? sets.templates(line.with(OptionalInt.empty(), 1, 0)).stream()
                                        .map(t -> t.level())
                                        .distinct()
                                        .sorted()
                                        .toList()
                                : List.of(),
                        line.level().orElse(0)),
                line.count(),
                Shares.plain(line.points()),
                from.size(),
                line.template()
                        .map(t -> seat.address() + "/sets/" + set.id() + "/variants?template=" + t)
                        .orElse(""),
                position == 1,
                position == set.lines().size());
    }
}
