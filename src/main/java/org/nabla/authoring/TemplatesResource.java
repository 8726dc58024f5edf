package org.nabla.authoring;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.nabla.account.Role;
import org.nabla.account.session.CurrentUser;
import org.nabla.authoring.template.TemplateWorkshop;
import org.nabla.exercise.Seed;
import org.nabla.exercise.catalogue.ExerciseCatalogue;
import org.nabla.exercise.curriculum.Curriculum;
import org.nabla.exercise.reading.FormatReference;
import org.nabla.progress.attempt.FormName;

/** The templates somebody can use: looked for, looked at, and copied. */
@RolesAllowed(Role.TEACHERS)
@Path("/templates")
@Blocking
@Produces(MediaType.TEXT_HTML)
class TemplatesResource {

    private static final int MOST_ROWS = 60;

    /**
     * What the list shows.
     *
     * @param more how many were found beyond those shown
     * @param form the name of the form that makes a new one
     */
    record Shown(
            String query,
            List<TemplateRow> own,
            List<TemplateRow> shared,
            List<TemplateRow> found,
            int more,
            UUID form) {}

    /**
     * A template to look at.
     *
     * @param form the name of the form that makes a copy
     */
    record Look(String id, String title, String yaml, boolean own, TrialView trial, UUID form) {}

    /** A chapter of the reference. */
    record Chapter(String id, String title, String lead, List<FormatReference.Entry> entries) {

        static final List<Chapter> ALL = List.of(
                new Chapter(
                        "keys",
                        "The whole",
                        "A template is made of these; title, skill, level, prompt, answer, verify, hints and solution must be there.",
                        FormatReference.KEYS),
                new Chapter(
                        "tasks",
                        "Tasks",
                        "What an exercise asks for, under task; where nothing is said, it is a result.",
                        FormatReference.TASKS),
                new Chapter(
                        "draws",
                        "Numbers that are drawn",
                        "Under parameters, each with a name. In the form, 1 to 5 and 2, 3, 5 are understood, too.",
                        FormatReference.DRAWS),
                new Chapter(
                        "conditions",
                        "Conditions",
                        "Under require, under when of a mistake, and in the text.",
                        FormatReference.CONDITIONS),
                new Chapter(
                        "text",
                        "Text with values",
                        "In questions, hints, steps, labels and what is said of mistakes.",
                        FormatReference.PROSE),
                new Chapter(
                        "kinds",
                        "Kinds of answers",
                        "What is right, whatever the learner's way of writing it.",
                        FormatReference.KINDS),
                new Chapter("options", "Options of answers", "Beside kind and value.", FormatReference.OPTIONS),
                new Chapter(
                        "domains",
                        "Domains of letters",
                        "Under variables; an interval such as \"[-3, 3]\" is one, too.",
                        FormatReference.DOMAINS),
                new Chapter("parts", "Several answer boxes", "What each of the parts has.", FormatReference.PARTS),
                new Chapter("mistakes", "Mistakes", "What each of them has.", FormatReference.MISTAKES),
                new Chapter(
                        "verify",
                        "Confirmed by another way",
                        "What a slip in the answer's own formula cannot get past.",
                        FormatReference.VERIFY),
                new Chapter("figures", "Figures", "What may stand under figure.", FormatReference.FIGURE),
                new Chapter(
                        "functions",
                        "Functions",
                        "In all formulas; from diff on for you alone, not in a learner's answer.",
                        FormatReference.FUNCTIONS));
    }

    @CheckedTemplate(basePath = "authoring")
    static class Templates {
        static native TemplateInstance templates(Shown page);

        static native TemplateInstance look(Look page);

        static native TemplateInstance reference(List<Chapter> chapters);
    }

    private final TemplateService service;
    private final TemplateLists lists;
    private final ExerciseCatalogue catalogue;
    private final Curriculum curriculum;
    private final TemplateWorkshop workshop;
    private final CurrentUser current;

    TemplatesResource(
            TemplateService service,
            TemplateLists lists,
            ExerciseCatalogue catalogue,
            Curriculum curriculum,
            TemplateWorkshop workshop,
            CurrentUser current) {
        this.service = service;
        this.lists = lists;
        this.catalogue = catalogue;
        this.curriculum = curriculum;
        this.workshop = workshop;
        this.current = current;
    }

    @GET
    public TemplateInstance list(@RestQuery("q") @Nullable String query) {
        var user = current.known();
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
                Math.max(0, found.size() - MOST_ROWS),
                UUID.randomUUID()));
    }

    /** A new template, empty or as a copy. */
    @POST
    public Response create(
            @RestForm("copy") @Nullable String original,
            @RestForm @DefaultValue("small") String start,
            @RestForm @Nullable String form) {
        var user = current.known();
        var text = Optional.ofNullable(original).filter(id -> !id.isEmpty()).map(id -> service.text(user, id));
        var made = service.once(
                user,
                name(form, start, text.map(TemplateService.Text::yaml).orElse("")),
                () -> text.isPresent()
                        ? service.copy(user, text.get())
                        : service.create(
                                user,
                                start.equals("empty") ? StartingText.EMPTY : StartingText.read(),
                                Optional.empty()));
        return Response.seeOther(URI.create("/templates/" + made.id() + "/edit"))
                .build();
    }

    /** One name for each button of a form that was sent; empty where it has none. */
    private static Optional<UUID> name(@Nullable String form, String start, String copied) {
        try {
            return Optional.ofNullable(form)
                    .map(UUID::fromString)
                    .map(sent -> FormName.edited(sent, Map.of("start", start, "copy", copied)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** What may stand in a template, from the readers themselves. */
    @GET
    @Path("/reference")
    public TemplateInstance reference() {
        return Templates.reference(Chapter.ALL);
    }

    @GET
    @Path("/{id}")
    public TemplateInstance look(@RestPath String id, @RestQuery @Nullable Integer from) {
        var text = service.text(current.known(), id);
        var first = from == null || from < 0 ? 0 : from % Seed.COUNT;
        var trial = TrialView.of(workshop.tryOut(text.id().value(), text.yaml(), first), first, text.yaml());
        var title = trial.variants().stream()
                .findFirst()
                .map(VariantView::title)
                .orElse(text.id().value());
        return Templates.look(new Look(text.id().value(), title, text.yaml(), text.own(), trial, UUID.randomUUID()));
    }
}
