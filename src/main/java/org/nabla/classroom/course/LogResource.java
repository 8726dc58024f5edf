package org.nabla.classroom.course;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.nabla.classroom.CourseAccess;
import org.nabla.classroom.CourseMoment;
import org.nabla.classroom.CourseNumber;
import org.nabla.classroom.log.CourseLog;
import org.nabla.classroom.seat.Seat;

/** What was done in a course, for its teachers. */
@Path("/courses")
@Blocking
@Produces(MediaType.TEXT_HTML)
class LogResource {

    private static final int ROWS = 50;
    private static final String GONE = "a deleted account";

    /** What the page shows. @param older the number of the last line shown where there are older ones, else empty */
    record Shown(Seat seat, String zone, List<Row> rows, boolean paged, Optional<Long> older) {}

    /** A line as a sentence: who, did what, to whom. */
    record Row(CourseMoment when, String who, String what, String whom, String detail) {}

    @CheckedTemplate(basePath = "classroom")
    static class Templates {
        static native TemplateInstance log(Shown page);
    }

    private final CourseAccess access;
    private final CourseLog log;

    LogResource(CourseAccess access, CourseLog log) {
        this.access = access;
        this.log = log;
    }

    @GET
    @Path("/{course}/log")
    public TemplateInstance show(@RestPath String course, @RestQuery @Nullable String before) {
        var seat = access.teacher(course);
        var from = Optional.ofNullable(before).flatMap(CourseNumber::parse);
        // One more than is shown tells whether there is more.
        var lines = log.newest(seat.course(), from, ROWS + 1);
        var shown = lines.stream().limit(ROWS).toList();
        var older =
                lines.size() > ROWS ? Optional.of(shown.get(shown.size() - 1).id()) : Optional.<Long>empty();
        return Templates.log(new Shown(
                seat,
                CourseMoment.zoneName(seat.zone()),
                shown.stream().map(line -> row(line, seat)).toList(),
                from.isPresent(),
                older));
    }

    private static Row row(CourseLog.Line line, Seat seat) {
        return new Row(
                CourseMoment.of(line.at(), seat.zone()),
                line.actor().orElse(GONE),
                line.action().words(),
                line.hasSubject() ? line.subject().orElse(GONE) : "",
                line.detail());
    }
}
