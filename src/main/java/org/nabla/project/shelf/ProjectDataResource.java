package org.nabla.project.shelf;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestPath;
import org.nabla.exercise.Seed;
import org.nabla.project.making.Solved;
import org.nabla.project.notebook.DataFiles;
import org.nabla.project.notebook.Notebook;
import org.nabla.project.progress.RunService;
import org.nabla.project.template.ProjectPlan;

/** Data as files. Whoever knows the number of somebody's data may see them: they hold no answer. */
@Path("/projects/{id}/data/{seed}")
@Blocking
class ProjectDataResource {
    private static final String PYTHON = "text/x-python;charset=UTF-8";

    private final Projects projects;
    private final RunService runs;

    ProjectDataResource(Projects projects, RunService runs) {
        this.projects = projects;
        this.runs = runs;
    }

    @CheckedTemplate(basePath = "project")
    static class Templates {
        static native TemplateInstance table(ProjectPlan plan, DataView data, String python);
    }

    private record Asked(ProjectPlan plan, Seed seed, Solved solved) {}

    @GET
    @Path("/table")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance table(@RestPath String id, @RestPath String seed) {
        var asked = asked(id, seed);
        return Templates.table(
                asked.plan(),
                DataView.of(asked.plan(), asked.solved(), asked.seed()),
                DataFiles.python(asked.plan(), asked.solved().data()));
    }

    @GET
    @Path("/data.csv")
    public Response csv(@RestPath String id, @RestPath String seed) {
        var asked = asked(id, seed);
        return file(DataFiles.csv(asked.plan(), asked.solved().data()), "text/csv;charset=UTF-8", id + ".csv");
    }

    @GET
    @Path("/data.py")
    public Response python(@RestPath String id, @RestPath String seed) {
        var asked = asked(id, seed);
        return file(DataFiles.python(asked.plan(), asked.solved().data()), PYTHON, id + "-data.py");
    }

    @GET
    @Path("/notebook.ipynb")
    public Response notebook(@RestPath String id, @RestPath String seed) {
        var asked = asked(id, seed);
        return file(Notebook.ipynb(asked.plan(), asked.solved(), false), "application/x-ipynb+json", id + ".ipynb");
    }

    @GET
    @Path("/program.py")
    public Response program(@RestPath String id, @RestPath String seed) {
        var asked = asked(id, seed);
        return file(Notebook.program(asked.plan(), asked.solved(), false), PYTHON, id + ".py");
    }

    private static Response file(String text, String type, String name) {
        return Response.ok(text)
                .type(type)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .build();
    }

    private Asked asked(String id, String number) {
        var plan = projects.wanted(id);
        if (!number.matches("\\d{1,19}") || number.length() == 19 && number.compareTo("9223372036854775807") > 0) {
            throw none();
        }
        var seed = new Seed(Long.parseLong(number));
        if (!runs.isKnown(plan, seed)) {
            throw none();
        }
        return new Asked(plan, seed, projects.solved(plan, seed));
    }

    private static NotFoundException none() {
        return new NotFoundException("There are no such data.");
    }
}
