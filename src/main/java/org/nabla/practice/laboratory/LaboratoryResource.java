package org.nabla.practice.laboratory;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.nabla.practice.PracticeService;
import org.nabla.practice.ReadingView;
import org.nabla.practice.VerdictView;

/** The gradient-descent laboratory. Its address holds all that is set, so a path can be shared. Nothing is kept. */
@Path("/laboratory")
@Blocking
@Produces(MediaType.TEXT_HTML)
class LaboratoryResource {
    private static final List<String> FIELDS = List.of("f", "own", "was", "start", "rate", "momentum", "steps");

    private final PracticeService practice;

    LaboratoryResource(PracticeService practice) {
        this.practice = practice;
    }

    @CheckedTemplate(basePath = "practice/laboratory")
    static class Templates {
        static native TemplateInstance laboratory(LaboratoryPage page);

        static native TemplateInstance bench(LaboratoryPage page);

        static native TemplateInstance turn(LaboratoryPage.Turn turn);
    }

    @GET
    public TemplateInstance show(@Context UriInfo address, @RestHeader("HX-Request") boolean fromScript) {
        var page = page(address.getQueryParameters());
        return fromScript ? Templates.bench(page) : Templates.laboratory(page);
    }

    /** Checks the answer to the exercise, or shows its worked way. */
    @POST
    @Path("/turn")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public TemplateInstance answer(@RestHeader("HX-Request") boolean fromScript, MultivaluedMap<String, String> form) {
        var settings = settings(form);
        var exercise = exercise(settings, from(form));
        var typed = new HashMap<String, String>();
        var verdicts = new HashMap<String, VerdictView>();
        exercise.ifPresent(one -> one.parts().forEach(part -> {
            var text = Optional.ofNullable(form.getFirst(part.id())).orElse("");
            typed.put(part.id(), text);
            if (!text.isBlank()) {
                verdicts.put(part.id(), VerdictView.of(practice.verdict(part, text), text));
            }
        }));
        var doing = new LaboratoryPage.Doing(from(form), typed, verdicts, form.containsKey("solution"));
        var page = LaboratoryPage.of(settings, doing);
        return page.result()
                .flatMap(LaboratoryPage.Result::turn)
                .filter(turn -> fromScript)
                .map(Templates::turn)
                .orElseGet(() -> Templates.laboratory(page));
    }

    /** How the text in one box is read, while it is typed. */
    @POST
    @Path("/reading")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public TemplateInstance reading(@RestQuery @Nullable String box, MultivaluedMap<String, String> form) {
        var part = exercise(settings(form), from(form)).stream()
                .flatMap(exercise -> exercise.parts().stream())
                .filter(one -> one.id().equals(box))
                .findFirst();
        return part.map(one -> practice.reading(
                        one, Optional.ofNullable(form.getFirst(one.id())).orElse("")))
                .orElse(ReadingView.NOTHING)
                .page();
    }

    private static LaboratoryPage page(MultivaluedMap<String, String> fields) {
        return LaboratoryPage.of(settings(fields), LaboratoryPage.Doing.nothing(from(fields)));
    }

    private static Optional<NextStep> exercise(Settings settings, int from) {
        return LaboratoryPage.of(settings, LaboratoryPage.Doing.nothing(from))
                .result()
                .flatMap(LaboratoryPage.Result::turn)
                .map(LaboratoryPage.Turn::exercise);
    }

    private static Settings settings(MultivaluedMap<String, String> fields) {
        var given = new HashMap<String, @Nullable String>();
        FIELDS.forEach(name -> given.put(name, fields.getFirst(name)));
        return Settings.of(given);
    }

    /** The step from which the exercise starts: the start where none is named. */
    private static int from(MultivaluedMap<String, String> fields) {
        var text = fields.getFirst("from");
        return text != null && text.matches("[0-9]{1,2}") ? Integer.parseInt(text) : 0;
    }
}
