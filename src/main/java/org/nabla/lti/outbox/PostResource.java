package org.nabla.lti.outbox;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.nabla.classroom.CourseAccess;
import org.nabla.classroom.CourseMoment;
import org.nabla.classroom.seat.Seat;
import org.nabla.lti.place.Contexts;
import org.nabla.lti.place.Contexts.Context;
import org.nabla.lti.roster.RosterSync;

/** Where a teacher sees what went to the platforms of their course, and what did not. */
@Path("/courses/{course}/platforms")
@Blocking
@Produces(MediaType.TEXT_HTML)
class PostResource {
    private static final Map<String, String> NOTICES = Map.of(
            "again", "What did not arrive is sent again within a minute or two.",
            "people", "The platform was asked who is in the course.");

    /** A mark that did not arrive, as the page shows it. */
    record Row(PostTable.Problem problem, Optional<CourseMoment> next) {}

    /** One course of a platform. */
    record Section(
            Context context,
            boolean marks,
            boolean people,
            Optional<CourseMoment> synced,
            String trouble,
            List<PostTable.Column> columns,
            List<Row> rows) {}

    record PostPage(Seat seat, List<Section> sections, String notice) {}

    @CheckedTemplate(basePath = "lti")
    static class Templates {
        static native TemplateInstance post(PostPage page);
    }

    private final CourseAccess access;
    private final Contexts contexts;
    private final PostTable table;
    private final Outbox outbox;
    private final RosterSync roster;

    PostResource(CourseAccess access, Contexts contexts, PostTable table, Outbox outbox, RosterSync roster) {
        this.access = access;
        this.contexts = contexts;
        this.table = table;
        this.outbox = outbox;
        this.roster = roster;
    }

    @GET
    public TemplateInstance show(@RestPath String course, @RestQuery @Nullable String done) {
        var seat = access.teacher(course);
        var sections = contexts.of(seat.course()).stream()
                .map(context -> section(context, seat))
                .toList();
        return Templates.post(new PostPage(seat, sections, NOTICES.getOrDefault(done == null ? "" : done, "")));
    }

    @POST
    @Path("/{context:\\d+}/again")
    public Response again(@RestPath String course, @RestPath long context) {
        outbox.again(find(course, context).id());
        return done(course, "again");
    }

    @POST
    @Path("/{context:\\d+}/people")
    public Response people(@RestPath String course, @RestPath long context) {
        roster.sync(find(course, context));
        return done(course, "people");
    }

    private Context find(String course, long context) {
        var seat = access.teacher(course).inUse();
        return contexts.find(context)
                .filter(found -> found.course().filter(c -> c == seat.course()).isPresent())
                .orElseThrow(NotFoundException::new);
    }

    private Section section(Context context, Seat seat) {
        var state = roster.state(context.id());
        return new Section(
                context,
                MarkPost.takesScores(context),
                context.services().memberships().isPresent(),
                state.at().map(at -> CourseMoment.of(at, seat.zone())),
                state.trouble(),
                table.columns(context.id()),
                table.problems(context.id()).stream()
                        .map(p -> new Row(p, p.next().map(at -> CourseMoment.of(at, seat.zone()))))
                        .toList());
    }

    private static Response done(String course, String word) {
        return Response.seeOther(URI.create("/courses/" + course + "/platforms?done=" + word))
                .build();
    }
}
