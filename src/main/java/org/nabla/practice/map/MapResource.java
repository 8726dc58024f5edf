package org.nabla.practice.map;

import io.quarkus.arc.All;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.nabla.exercise.curriculum.Curriculum;
import org.nabla.exercise.curriculum.Track;
import org.nabla.web.trouble.Refusal;

/** The skills as a picture: all areas, and each area chapter by chapter. */
@Path("/skills/map")
@Blocking
@Produces(MediaType.TEXT_HTML)
class MapResource {
    private final Curriculum curriculum;
    private final LearnerAtlas atlas;
    private final List<Landmarks> landmarks;

    MapResource(Curriculum curriculum, LearnerAtlas atlas, @All List<Landmarks> landmarks) {
        this.curriculum = curriculum;
        this.atlas = atlas;
        this.landmarks = landmarks;
    }

    @CheckedTemplate(basePath = "practice/map")
    static class Templates {
        static native TemplateInstance overview(Overview page);

        static native TemplateInstance area(AreaMap page);
    }

    @GET
    public TemplateInstance overview(@RestQuery("track") @Nullable String trackId) {
        return Templates.overview(Overview.of(atlas.now(), track(trackId)));
    }

    @GET
    @Path("/{area}")
    public TemplateInstance area(@RestPath("area") String areaId, @RestQuery("track") @Nullable String trackId) {
        var area = curriculum.area(areaId).orElseThrow(() -> noSuch("area"));
        return Templates.area(AreaMap.of(atlas.now(), area, track(trackId), landmarks));
    }

    private Optional<Track> track(@Nullable String id) {
        return Optional.ofNullable(id)
                .filter(text -> !text.isEmpty())
                .map(text -> curriculum.track(text).orElseThrow(() -> noSuch("track")));
    }

    private static Refusal noSuch(String thing) {
        return new Refusal(
                Response.Status.NOT_FOUND,
                "There is no such " + thing,
                "Perhaps the address was shortened on its way. Start from the map of all skills.");
    }
}
