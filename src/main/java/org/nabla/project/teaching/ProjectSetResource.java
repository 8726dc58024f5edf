package org.nabla.project.teaching;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.LinkedHashMap;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.nabla.classroom.CourseAccess;
import org.nabla.classroom.problemset.ProblemSetService;
import org.nabla.exercise.ExerciseId;
import org.nabla.project.making.StepMaker;
import org.nabla.project.shelf.Projects;
import org.nabla.project.template.ProjectPlan;
import org.nabla.project.template.Sort;

/** Makes a problem set of a project, or of its first stages: one problem for each step, with the usual points. */
@Path("/projects/{id}/set")
@Blocking
class ProjectSetResource {
    private final Projects projects;
    private final CourseAccess access;
    private final ProblemSetService sets;

    ProjectSetResource(Projects projects, CourseAccess access, ProblemSetService sets) {
        this.projects = projects;
        this.access = access;
        this.sets = sets;
    }

    /**
     * Leads to the set, where points can be changed and steps taken out.
     *
     * @param until the number of the last stage, from 1; all of them where it is none
     */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response make(
            @RestPath String id, @RestForm @DefaultValue("") String course, @RestForm @DefaultValue("") String until) {
        var seat = access.teacher(course).inUse();
        var plan = projects.find(id).orElseThrow(() -> new NotFoundException("There is no such project."));
        var set = sets.create(seat, plan.title(), points(plan, stages(plan, until)));
        return Response.seeOther(URI.create(seat.address() + "/sets/" + set)).build();
    }

    private static int stages(ProjectPlan plan, String until) {
        int all = plan.stages().size();
        return until.matches("\\d{1,3}") ? Math.max(1, Math.min(all, Integer.parseInt(until))) : all;
    }

    private static LinkedHashMap<ExerciseId, Double> points(ProjectPlan plan, int stages) {
        var points = new LinkedHashMap<ExerciseId, Double>();
        plan.stages().stream()
                .limit(stages)
                .flatMap(stage -> stage.steps().stream())
                .forEach(step -> points.put(StepMaker.id(plan, step), points(step.sort())));
        return points;
    }

    private static double points(Sort sort) {
        return switch (sort) {
            case DERIVE, PROGRAM -> 2;
            case HAND, PREDICT, REFLECT -> 1;
        };
    }
}
