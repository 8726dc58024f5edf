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
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.nabla.account.session.CurrentUser;
import org.nabla.math.lexing.DecimalComma;
import org.nabla.practice.answer.PracticeService;
import org.nabla.practice.answer.ReadingView;
import org.nabla.practice.answer.VerdictView;
import org.nabla.progress.Help;
import org.nabla.progress.ProgressService;
import org.nabla.progress.attempt.FormName;
import org.nabla.progress.attempt.GradedAttempt;

/** The gradient-descent laboratory. Its address holds all that is set, so a path can be shared. Answers are attempts. */
@Path("/laboratory")
@Blocking
@Produces(MediaType.TEXT_HTML)
class LaboratoryResource {
    private static final List<String> FIELDS = List.of("f", "own", "was", "start", "rate", "momentum", "steps");
    private static final UUID NO_FORM = new UUID(0, 0);

    private final PracticeService practice;
    private final ProgressService progress;
    private final BenchExercises exercises;
    private final CurrentUser user;
    private final Clock clock;

    LaboratoryResource(
            PracticeService practice,
            ProgressService progress,
            BenchExercises exercises,
            CurrentUser user,
            Clock clock) {
        this.practice = practice;
        this.progress = progress;
        this.exercises = exercises;
        this.user = user;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "practice/laboratory")
    static class Templates {
        static native TemplateInstance laboratory(LaboratoryPage page);

        static native TemplateInstance bench(LaboratoryPage page);

        static native TemplateInstance turn(LaboratoryPage.Turn turn);
    }

    /** The laboratory; with the name of an attempt, as it was answered. */
    @GET
    public TemplateInstance show(
            @Context UriInfo address,
            @RestQuery @Nullable String attempt,
            @RestHeader("HX-Request") boolean fromScript) {
        var fields = address.getQueryParameters();
        var shown = user.id().flatMap(learner -> form(attempt).flatMap(form -> progress.recorded(learner, form)));
        var page = LaboratoryPage.of(
                settings(fields),
                shown.map(kept -> doing(from(fields), kept, false))
                        .orElseGet(() -> LaboratoryPage.Doing.nothing(from(fields), newForm())));
        return fromScript ? Templates.bench(page) : Templates.laboratory(page);
    }

    /** Checks the answer to the exercise, or shows its worked way. */
    @POST
    @Path("/turn")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public TemplateInstance answer(@RestHeader("HX-Request") boolean fromScript, MultivaluedMap<String, String> form) {
        var settings = settings(form);
        var solution = form.containsKey("solution");
        var doing = exercise(settings, from(form))
                .map(exercise -> answered(exercise, settings, form, solution))
                .orElseGet(() -> LaboratoryPage.Doing.nothing(from(form), newForm()));
        var page = LaboratoryPage.of(settings, doing);
        return page.result()
                .flatMap(LaboratoryPage.Result::turn)
                .filter(turn -> fromScript)
                .map(Templates::turn)
                .orElseGet(() -> Templates.laboratory(page));
    }

    private LaboratoryPage.Doing answered(
            NextStep exercise, Settings settings, MultivaluedMap<String, String> form, boolean solution) {
        var typed = new HashMap<String, String>();
        exercise.parts()
                .forEach(part -> typed.put(
                        part.id(),
                        read(Optional.ofNullable(form.getFirst(part.id())).orElse(""))));
        var blank = typed.values().stream().allMatch(String::isBlank);
        if (blank && !solution) {
            return LaboratoryPage.Doing.nothing(exercise.from(), newForm());
        }
        var stored = exercises.keep(exercise, settings);
        var submission = form(form.getFirst("submission")).orElseGet(UUID::randomUUID);
        var doing = blank
                ? LaboratoryPage.Doing.nothing(exercise.from(), newForm())
                : doing(
                        exercise.from(),
                        user.id()
                                .map(learner -> practice.answer(learner, stored, submission, typed))
                                .orElseGet(() -> practice.answerOfStranger(user::orGuest, stored, submission, typed)),
                        solution);
        if (solution) {
            progress.openHelp(user.orGuest(), stored, new Help(0, true));
        }
        return new LaboratoryPage.Doing(doing.from(), doing.submission(), typed, doing.verdicts(), solution);
    }

    private LaboratoryPage.Doing doing(int from, GradedAttempt attempt, boolean solution) {
        var typed = new HashMap<String, String>();
        var verdicts = new HashMap<String, VerdictView>();
        for (var response : attempt.responses()) {
            typed.put(response.part(), response.typed());
            verdicts.put(response.part(), VerdictView.of(response.verdict(), response.typed()));
        }
        return new LaboratoryPage.Doing(from, newForm(), typed, verdicts, solution);
    }

    private UUID newForm() {
        return FormName.shownAt(clock.instant());
    }

    private static Optional<UUID> form(@Nullable String name) {
        try {
            return Optional.ofNullable(name).map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
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
                        one, read(Optional.ofNullable(form.getFirst(one.id())).orElse(""))))
                .orElse(ReadingView.NOTHING)
                .page();
    }

    private Optional<NextStep> exercise(Settings settings, int from) {
        return LaboratoryPage.of(settings, LaboratoryPage.Doing.nothing(from, NO_FORM))
                .result()
                .flatMap(LaboratoryPage.Result::turn)
                .map(LaboratoryPage.Turn::exercise);
    }

    private Settings settings(MultivaluedMap<String, String> fields) {
        var given = new HashMap<String, @Nullable String>();
        FIELDS.forEach(name -> given.put(name, fields.getFirst(name)));
        for (var name : List.of("own", "start")) {
            given.computeIfPresent(name, (field, text) -> setting(text));
        }
        return Settings.of(given);
    }

    /** An answer with the decimal sign of the input language. */
    private String read(String typed) {
        return user.writesWithComma() ? DecimalComma.read(typed) : typed;
    }

    /**
     * What is set, with the decimal sign of the input language. A blank parts entries, so that what was read once stays as it is; an
     * address that somebody else sends has commas between entries.
     */
    private String setting(String typed) {
        var text = read(typed);
        boolean sent = typed.indexOf(';') < 0 && typed.startsWith("(") && text.indexOf(',') < 0;
        return !user.writesWithComma() || sent ? typed : text.replaceAll(",(?! )", ", ");
    }

    /** The step from which the exercise starts: the start where none is named. */
    private static int from(MultivaluedMap<String, String> fields) {
        var text = fields.getFirst("from");
        return text != null && text.matches("[0-9]{1,2}") ? Integer.parseInt(text) : 0;
    }
}
