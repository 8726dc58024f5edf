package org.nabla.classroom.note;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.nabla.classroom.CourseAccess;
import org.nabla.classroom.problemset.Fields;
import org.nabla.web.address.OwnAddress;

/** A learner has read a note of their teacher. */
@Path("/courses/{course}/notes/{note}")
@Blocking
class NoteResource {
    private final CourseAccess access;
    private final CourseNotes notes;

    NoteResource(CourseAccess access, CourseNotes notes) {
        this.access = access;
        this.notes = notes;
    }

    @POST
    @Path("/read")
    public Response read(@RestPath String course, @RestPath String note, @RestForm @DefaultValue("") String back) {
        var seat = access.learner(course);
        var template = notes.read(seat, Fields.number(note)).orElseThrow(NotFoundException::new);
        var address = back.isBlank() ? new OwnAddress("/practice/" + template) : OwnAddress.of(back);
        return Response.seeOther(address.uri()).build();
    }
}
