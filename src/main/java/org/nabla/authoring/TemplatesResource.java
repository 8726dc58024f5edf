package org.nabla.authoring;

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
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.nabla.account.CurrentUser;
import org.nabla.exercise.Seed;
import org.nabla.exercise.catalogue.ExerciseCatalogue;
import org.nabla.exercise.curriculum.Curriculum;
import org.nabla.web.Page;

/** The templates somebody can use: looked for, looked at, and copied. */
@Path("/templates")
@Blocking
@Produces(MediaType.TEXT_HTML)
class TemplatesResource {

    private static final int MOST_ROWS = 60;

    /** What the list shows. @param more how many were found beyond those shown */
    record Shown(String query, List<TemplateRow> own, List<TemplateRow> shared, List<TemplateRow> found, int more) {}

    /** A template to look at. */
    record Look(String id, String title, String yaml, boolean own, TrialView trial) {}

    @CheckedTemplate(basePath = "authoring")
    static class Templates {
        static native TemplateInstance templates(Shown page);

        static native TemplateInstance look(Look page);
    }

    private final TemplateService service;
    private final TemplateLists lists;
    private final ExerciseCatalogue catalogue;
    private final Curriculum curriculum;
    private final Workshop workshop;
    private final CurrentUser current;
    private final Page page;

    TemplatesResource(
            TemplateService service,
            TemplateLists lists,
            ExerciseCatalogue catalogue,
            Curriculum curriculum,
            Workshop workshop,
            CurrentUser current,
            Page page) {
        this.service = service;
        this.lists = lists;
        this.catalogue = catalogue;
        this.curriculum = curriculum;
        this.workshop = workshop;
        this.current = current;
        this.page = page;
    }

    @GET
    public TemplateInstance list(@RestQuery("q") @Nullable String query) {
        var user = current.teacher(page);
        var typed = query == null ? "" : query.strip();
        var words = Stream.of(typed.toLowerCase(Locale.ROOT).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
        var found = catalogue.all().stream()
                .filter(template -> TemplateRow.matches(template, curriculum, words))
                .map(template -> TemplateRow.of(template, curriculum))
                .toList();
        return Templates.templates(new Shown(
                typed,
                lists.own(user),
                lists.sharedWith(user),
                found.stream().limit(MOST_ROWS).toList(),
                Math.max(0, found.size() - MOST_ROWS)));
    }

    /** A new template, empty or as a copy. */
    @POST
    public Response create(@RestForm("copy") @Nullable String original) {
        var user = current.teacher(page);
        var text = Optional.ofNullable(original).filter(id -> !id.isEmpty()).map(id -> service.text(user, id));
        var made = service.create(
                user,
                text.map(TemplateService.Text::yaml).orElseGet(StartingText::read),
                text.map(t -> t.id().value()));
        return Response.seeOther(URI.create("/templates/" + made.id() + "/edit"))
                .build();
    }

    @GET
    @Path("/{id}")
    public TemplateInstance look(@RestPath String id, @RestQuery @Nullable Integer from) {
        var text = service.text(current.teacher(page), id);
        var first = from == null || from < 0 ? 0 : from % Seed.COUNT;
        var trial = TrialView.of(workshop.tryOut(text.id().value(), text.yaml(), first), first);
        var title = trial.variants().stream()
                .findFirst()
                .map(VariantView::title)
                .orElse(text.id().value());
        return Templates.look(new Look(text.id().value(), title, text.yaml(), text.own(), trial));
    }
}
