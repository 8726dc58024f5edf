package org.nabla.project.shelf;

import io.quarkus.arc.All;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.RestPath;
import org.nabla.account.UserId;
import org.nabla.account.session.CurrentUser;
import org.nabla.exercise.curriculum.Curriculum;
import org.nabla.progress.learner.SkillStates;
import org.nabla.progress.mastery.Level;
import org.nabla.project.progress.RunProgress;
import org.nabla.project.progress.RunService;
import org.nabla.project.template.ProjectPlan;

/** The path of projects, and each before the work. */
@Path("/projects")
@Blocking
@Produces(MediaType.TEXT_HTML)
class ProjectsResource {
    private final Projects projects;
    private final RunService runs;
    private final Curriculum curriculum;
    private final SkillStates states;
    private final CurrentUser user;
    private final List<Setters> setters;
    private final Thumbnails thumbnails;

    ProjectsResource(
            Projects projects,
            RunService runs,
            Curriculum curriculum,
            SkillStates states,
            CurrentUser user,
            @All List<Setters> setters,
            Thumbnails thumbnails) {
        this.projects = projects;
        this.runs = runs;
        this.curriculum = curriculum;
        this.states = states;
        this.user = user;
        this.setters = setters;
        this.thumbnails = thumbnails;
    }

    @CheckedTemplate(basePath = "project")
    static class Templates {
        static native TemplateInstance projects(ProjectsPage page);

        static native TemplateInstance project(ProjectPage page);
    }

    @GET
    public TemplateInstance projects() {
        var learner = user.id();
        return Templates.projects(new ProjectsPage(
                projects.all().stream().map(plan -> card(plan, learner)).toList(),
                learner.map(projects::by).orElse(List.of())));
    }

    @GET
    @Path("/{id}")
    public TemplateInstance project(@RestPath String id) {
        var courses = user.id().stream()
                .flatMap(asking -> setters.stream().flatMap(s -> s.courses(asking).stream()))
                .findFirst();
        return Templates.project(
                new ProjectPage(card(projects.wanted(id), user.id()), courses.isPresent(), courses.orElse(List.of())));
    }

    @POST
    @Path("/{id}/start")
    public Response start(@RestPath String id) {
        var plan = projects.wanted(id);
        runs.start(user.orGuest(), plan);
        return Response.seeOther(URI.create("/projects/" + plan.id() + "/run")).build();
    }

    @POST
    @Path("/{id}/renew")
    public Response renew(@RestPath String id) {
        var plan = projects.wanted(id);
        runs.renew(user.orGuest(), plan);
        return Response.seeOther(URI.create("/projects/" + plan.id() + "/run")).build();
    }

    private ProjectsPage.Card card(ProjectPlan plan, Optional<UserId> learner) {
        var needs = plan.needs().stream()
                .flatMap(need -> curriculum.skill(need).stream())
                .map(skill -> new ProjectsPage.Need(
                        skill,
                        learner.filter(id -> states.of(id, skill.id()).level().compareTo(Level.PRACTISED) >= 0)
                                .isPresent()))
                .toList();
        var run = learner.flatMap(id -> runs.find(id, plan.id()));
        var progress = learner.flatMap(id -> run.map(r -> runs.progress(id, plan, r)));
        return new ProjectsPage.Card(
                plan,
                needs,
                progress,
                thumbnails.of(plan, run, progress.map(RunProgress::doneIds).orElse(Set.of())));
    }
}
