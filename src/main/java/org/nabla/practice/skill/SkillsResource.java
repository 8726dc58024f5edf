package org.nabla.practice.skill;

import io.quarkus.arc.All;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.RedirectionException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.nabla.account.session.CurrentUser;
import org.nabla.exercise.catalogue.ExerciseCatalogue;
import org.nabla.exercise.curriculum.Curriculum;
import org.nabla.lesson.LessonDesk;
import org.nabla.lesson.LessonPage;
import org.nabla.lesson.LessonViews;
import org.nabla.practice.desk.Leads;
import org.nabla.practice.map.LearnerAtlas;
import org.nabla.progress.learner.SkillStates;
import org.nabla.web.address.OwnAddress;
import org.nabla.web.trouble.Refusal;

/** The skills: all of them or those of a track, and each on a page of its own. */
@Path("/skills")
@Blocking
@Produces(MediaType.TEXT_HTML)
class SkillsResource {
    private final Curriculum curriculum;
    private final ExerciseCatalogue catalogue;
    private final LearnerAtlas atlas;
    private final SkillStates states;
    private final LessonDesk lessons;
    private final LessonViews views;
    private final List<Leads> leads;
    private final CurrentUser user;

    SkillsResource(
            Curriculum curriculum,
            ExerciseCatalogue catalogue,
            LearnerAtlas atlas,
            SkillStates states,
            LessonDesk lessons,
            LessonViews views,
            @All List<Leads> leads,
            CurrentUser user) {
        this.curriculum = curriculum;
        this.catalogue = catalogue;
        this.atlas = atlas;
        this.states = states;
        this.lessons = lessons;
        this.views = views;
        this.leads = leads;
        this.user = user;
    }

    @CheckedTemplate(basePath = "practice")
    static class Templates {
        static native TemplateInstance skills(SkillMap page);

        static native TemplateInstance skill(SkillPage page, Optional<LessonPage> lesson);
    }

    @GET
    public TemplateInstance skills(
            @RestQuery("q") @Nullable String query, @RestQuery("track") @Nullable String trackId) {
        var track = Optional.ofNullable(trackId)
                .filter(id -> !id.isEmpty())
                .map(id -> curriculum.track(id).orElseThrow(SkillsResource::noSuchTrack));
        return Templates.skills(SkillMap.of(curriculum, catalogue, track, query == null ? "" : query.strip()));
    }

    /** @param name as in its address; the letters and number by which files know it lead on to that address */
    @GET
    @Path("/{name}")
    public TemplateInstance skill(
            @RestPath String name,
            @RestQuery @Nullable String variant,
            @RestQuery @Nullable String typed,
            @RestQuery @Nullable String back,
            @RestQuery @Nullable String answers,
            @Context UriInfo uri) {
        curriculum.skill(name).ifPresent(moved -> {
            var query = uri.getRequestUri().getRawQuery();
            throw new RedirectionException(
                    Response.Status.PERMANENT_REDIRECT,
                    URI.create(moved.address() + (query == null ? "" : "?" + query)));
        });
        var skill = curriculum.called(name).orElseThrow(SkillsResource::noSuchSkill);
        var lesson = lessons.page(
                skill,
                LessonDesk.Asked.of(
                        variant,
                        typed,
                        Optional.ofNullable(back)
                                .map(path -> OwnAddress.of(path).path())
                                .filter(path -> path.length() > 1),
                        answers != null));
        lesson.ifPresent(opened -> user.id()
                .ifPresent(learner ->
                        views.opened(learner, skill.id(), opened.lesson().version(), LessonViews.Via.PAGE)));
        var page = SkillPage.of(
                curriculum,
                catalogue,
                skill,
                atlas.around(skill),
                user.id().map(learner -> states.of(learner, skill.id())),
                leads.stream().flatMap(l -> l.from(skill.id()).stream()).toList());
        return Templates.skill(page, lesson);
    }

    private static Refusal noSuchSkill() {
        return new Refusal(
                Response.Status.NOT_FOUND,
                "There is no such skill",
                "Perhaps the address was shortened on its way. Look for it among the skills, where they can be"
                        + " searched.");
    }

    private static Refusal noSuchTrack() {
        return new Refusal(
                Response.Status.NOT_FOUND,
                "There is no such track",
                "Perhaps the address was shortened on its way. The tracks are named above the list of skills.");
    }
}
