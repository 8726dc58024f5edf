package org.nabla.project.run;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.RedirectionException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.nabla.account.UserId;
import org.nabla.account.session.CurrentUser;
import org.nabla.practice.desk.ExerciseDesk;
import org.nabla.practice.desk.Occasion;
import org.nabla.progress.ProgressService;
import org.nabla.progress.store.ExerciseStore;
import org.nabla.progress.store.StoredExercise;
import org.nabla.project.making.StepMaker;
import org.nabla.project.progress.Run;
import org.nabla.project.progress.RunService;
import org.nabla.project.shelf.Projects;
import org.nabla.project.template.ProjectPlan;
import org.nabla.project.template.Step;
import org.nabla.web.page.WrittenPage;

/** A learner's project, step by step: each is an exercise with pages and rules as everywhere. */
@Path("/projects/{id}/run")
@Blocking
@Produces(MediaType.TEXT_HTML)
class RunResource {
    private final Projects projects;
    private final RunService runs;
    private final ExerciseStore exercises;
    private final ProgressService progress;
    private final ExerciseDesk desk;
    private final CurrentUser user;

    RunResource(
            Projects projects,
            RunService runs,
            ExerciseStore exercises,
            ProgressService progress,
            ExerciseDesk desk,
            CurrentUser user) {
        this.projects = projects;
        this.runs = runs;
        this.exercises = exercises;
        this.progress = progress;
        this.desk = desk;
        this.user = user;
    }

    @CheckedTemplate(basePath = "project")
    static class Templates {
        static native TemplateInstance end(EndPage page);
    }

    private record Work(ProjectPlan plan, UserId learner, Run run) {}

    private record Sitting(Work work, Step step, StoredExercise exercise, Occasion occasion) {}

    /** To the first step that is not done, or to the end. */
    @GET
    public Response goOn(@RestPath String id) {
        var work = work(id);
        var next = runs.progress(work.learner(), work.plan(), work.run()).next(0);
        return Response.seeOther(URI.create(work.run().address() + "/"
                        + next.map(s -> s.step().id()).orElse("end")))
                .build();
    }

    @GET
    @Path("/end")
    public TemplateInstance end(@RestPath String id) {
        var work = work(id);
        return Templates.end(EndPage.of(
                work.plan(),
                projects.solved(work.plan(), work.run().dataSeed()),
                runs.progress(work.learner(), work.plan(), work.run()),
                projects.all()));
    }

    @GET
    @Path("/{step}")
    public WrittenPage show(
            @RestPath String id, @RestPath String step, @RestQuery("attempt") @Nullable String attempt) {
        var sitting = sit(id, step);
        return desk.show(sitting.exercise(), sitting.occasion(), attempt);
    }

    @POST
    @Path("/{step}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response answer(
            @RestPath String id,
            @RestPath String step,
            @RestHeader("HX-Request") boolean fromScript,
            MultivaluedMap<String, String> form) {
        var sitting = sit(id, step);
        return desk.answer(sitting.exercise(), sitting.occasion(), form, fromScript);
    }

    @POST
    @Path("/{step}/help")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public WrittenPage help(
            @RestPath String id,
            @RestPath String step,
            @RestHeader("HX-Request") boolean fromScript,
            MultivaluedMap<String, String> form) {
        var sitting = sit(id, step);
        return desk.help(sitting.exercise(), sitting.occasion(), form, fromScript);
    }

    @POST
    @Path("/{step}/reading")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public WrittenPage reading(
            @RestPath String id, @RestPath String step, @RestQuery String part, MultivaluedMap<String, String> form) {
        return desk.reading(sit(id, step).exercise().exercise(), part, form);
    }

    /** Opens the values in between. It is noted and costs nothing. */
    @POST
    @Path("/{step}/values")
    public Response values(@RestPath String id, @RestPath String step) {
        var sitting = sit(id, step);
        var run = sitting.work().run();
        runs.sawValues(sitting.work().learner(), sitting.work().plan(), sitting.step(), run.dataSeed());
        return Response.seeOther(URI.create(run.address() + "/" + sitting.step().id() + "#work"))
                .build();
    }

    private Sitting sit(String id, String name) {
        var work = work(id);
        var step = work.plan().step(name).orElseThrow(() -> new NotFoundException("This project has no such step."));
        var stored = exercises
                .find(StepMaker.id(work.plan(), step), work.run().of(step))
                .orElseThrow(() -> new NotFoundException("This step cannot be made. Draw new data for the project."));
        var occasion = new RunOccasion(
                work.plan(),
                step,
                work.run(),
                () -> runs.progress(work.learner(), work.plan(), work.run()),
                () -> progress.attemptsAt(work.learner(), stored, 1).stream().findFirst());
        return new Sitting(work, step, stored, occasion);
    }

    /** Whoever has not begun is led to where it begins. */
    private Work work(String id) {
        var plan = projects.wanted(id);
        return user.id()
                .flatMap(learner -> runs.find(learner, plan.id()).map(run -> new Work(plan, learner, run)))
                .orElseThrow(() ->
                        new RedirectionException(Response.Status.SEE_OTHER, URI.create("/projects/" + plan.id())));
    }
}
