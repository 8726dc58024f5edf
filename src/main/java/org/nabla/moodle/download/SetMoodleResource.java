package org.nabla.moodle.download;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.nabla.classroom.CourseAccess;
import org.nabla.classroom.CourseNumber;
import org.nabla.classroom.problemset.ProblemSetService;
import org.nabla.classroom.seat.Seat;
import org.nabla.exercise.ExerciseId;

/** A problem set for Moodle. */
@Path("/courses/{course}/sets/{set}")
@Blocking
class SetMoodleResource {
    private final CourseAccess access;
    private final ProblemSetService sets;
    private final MoodleFiles files;

    SetMoodleResource(CourseAccess access, ProblemSetService sets, MoodleFiles files) {
        this.access = access;
        this.sets = sets;
        this.files = files;
    }

    @GET
    @Path("/moodle")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance show(@RestPath String course, @RestPath String set) {
        var seat = access.teacher(course);
        var whole = find(seat, set);
        var address = seat.address() + "/sets/" + whole.id();
        return files.page(whole.title(), address + "/moodle", address, whole.title(), templates(whole));
    }

    @GET
    @Path("/moodle.xml")
    @Produces({MediaType.APPLICATION_XML, MediaType.TEXT_HTML})
    public Response file(@RestPath String course, @RestPath String set, @RestQuery @DefaultValue("") String count) {
        var whole = find(access.teacher(course), set);
        return files.file(whole.title(), "set-" + whole.id(), templates(whole), count);
    }

    private ProblemSetService.Whole find(Seat seat, String set) {
        return CourseNumber.parse(set)
                .flatMap(number -> sets.find(seat, number))
                .orElseThrow(NotFoundException::new);
    }

    private List<ExerciseId> templates(ProblemSetService.Whole whole) {
        return sets.pick(whole).stream()
                .map(picked -> picked.template().id())
                .distinct()
                .toList();
    }
}
