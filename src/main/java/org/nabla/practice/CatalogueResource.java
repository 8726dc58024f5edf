package org.nabla.practice;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.nabla.exercise.ExerciseCatalogue;
import org.nabla.progress.ExerciseStore;
import org.nabla.progress.Help;

/** The home page and the catalogue. */
@Path("/")
@Blocking
@Produces(MediaType.TEXT_HTML)
class CatalogueResource {
    private final ExerciseCatalogue catalogue;
    private final ExerciseStore exercises;
    private final ExerciseChoice choice;

    CatalogueResource(ExerciseCatalogue catalogue, ExerciseStore exercises, ExerciseChoice choice) {
        this.catalogue = catalogue;
        this.exercises = exercises;
        this.choice = choice;
    }

    @CheckedTemplate(basePath = "practice")
    static class Templates {
        static native TemplateInstance home(Optional<ExercisePage> page, List<CatalogueView.Chapter> chapters);

        static native TemplateInstance skills(CatalogueView page);
    }

    @GET
    public TemplateInstance home() {
        var page = choice.toTry()
                .flatMap(address -> exercises.find(address.template(), address.seed()))
                .map(stored -> ExercisePage.of(new ExerciseState(stored, "", Optional.empty(), Map.of(), Help.NONE)));
        return Templates.home(page, CatalogueView.of(catalogue.all(), "").chapters());
    }

    @GET
    @Path("/skills")
    public TemplateInstance skills(@RestQuery("q") @Nullable String query) {
        return Templates.skills(CatalogueView.of(catalogue.all(), query == null ? "" : query.strip()));
    }
}
