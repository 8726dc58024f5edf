package org.nabla.practice;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;
import org.nabla.account.session.CurrentUser;
import org.nabla.exercise.curriculum.Curriculum;
import org.nabla.progress.Wishes;

/** What somebody wants, or does not want just now. */
@Path("/practice")
@Blocking
@Produces(MediaType.TEXT_HTML)
class WishesResource {
    private final Curriculum curriculum;
    private final Wishes wishes;
    private final CurrentUser user;

    WishesResource(Curriculum curriculum, Wishes wishes, CurrentUser user) {
        this.curriculum = curriculum;
        this.wishes = wishes;
        this.user = user;
    }

    /** Puts a skill off until tomorrow. */
    @POST
    @Path("/not-now")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response notNow(@RestForm @Nullable String skill) {
        var known = Optional.ofNullable(skill).flatMap(curriculum::skill).orElseThrow(WishesResource::noSuchSkill);
        wishes.postpone(user.orGuest(), known.id());
        return seeOther("/practice?on=yes");
    }

    /** From now on new work comes from this track. */
    @POST
    @Path("/track")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response choose(@RestForm @Nullable String track) {
        var known = Optional.ofNullable(track)
                .flatMap(curriculum::track)
                .orElseThrow(() -> new NotFoundException("There is no such track."));
        wishes.choose(user.orGuest(), known.id());
        return seeOther("/practice");
    }

    private static NotFoundException noSuchSkill() {
        return new NotFoundException("There is no such skill.");
    }

    private static Response seeOther(String address) {
        return Response.seeOther(URI.create(address)).build();
    }
}
