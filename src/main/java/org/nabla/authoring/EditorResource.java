package org.nabla.authoring;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.nabla.account.Role;
import org.nabla.account.session.CurrentUser;
import org.nabla.authoring.check.CheckQueue;
import org.nabla.authoring.form.TemplateForm;
import org.nabla.authoring.template.OwnTemplate;
import org.nabla.authoring.template.TemplateVersion;
import org.nabla.authoring.template.TemplateWorkshop;
import org.nabla.classroom.seat.Seat;
import org.nabla.exercise.Seed;
import org.nabla.exercise.curriculum.Curriculum;
import org.nabla.exercise.reading.FormatReference;
import org.nabla.web.page.Page;

/** Where somebody writes a template: saves, looks at variants, has it checked. */
@RolesAllowed(Role.TEACHERS)
@Path("/templates")
@Blocking
@Produces(MediaType.TEXT_HTML)
class EditorResource {

    private static final Pattern FIELD =
            Pattern.compile("title|level|task|prompt|variables|letters|(skill|require|hints|solution)\\.\\d{1,2}"
                    + "|(parameters|define)\\.\\d{1,2}\\.[a-z]+|part\\.\\d{1,2}\\.[a-z]+"
                    + "|part\\.\\d{1,2}\\.mistake\\.\\d{1,2}\\.[a-z]+|figure\\.[a-z]+");
    private static final int MOST_FIELDS = 2_000;

    /** What the page shows. */
    record Shown(
            OwnTemplate template,
            String yaml,
            FormView form,
            TrialView trial,
            CheckView check,
            List<Share> shares,
            String notice,
            boolean saved) {

        /** What an editor offers to complete: the keys of the first level. */
        public String keys() {
            return words(FormatReference.KEYS);
        }

        /** The keys below the first level. */
        public String inner() {
            return Stream.of(
                            FormatReference.MISTAKES,
                            FormatReference.PARTS,
                            FormatReference.OPTIONS,
                            FormatReference.FIGURE)
                    .flatMap(List::stream)
                    .map(FormatReference.Entry::word)
                    .distinct()
                    .collect(Collectors.joining(" ", "kind options given ", ""));
        }

        public String kinds() {
            return words(FormatReference.KINDS);
        }

        public String functions() {
            return words(FormatReference.FUNCTIONS);
        }

        /** Ways of drawing, as they are typed. */
        public String draws() {
            return FormatReference.DRAWS.stream()
                    .map(FormatReference.Entry::example)
                    .collect(Collectors.joining("|"));
        }

        private static String words(List<FormatReference.Entry> entries) {
            return entries.stream().map(FormatReference.Entry::word).collect(Collectors.joining(" "));
        }
    }

    /** What comes of form and text while they are written. */
    record Synced(String yaml, FormView form, TrialView trial) {}

    /**
     * What came from somebody whose session had ended. It is too long for an address and nobody's to keep, so it waits in
     * their browser, on a page from which it can be sent again.
     *
     * @param fields what could not be put into the text
     */
    record Waiting(String id, String yaml, String base, Map<String, String> fields) {
        static Waiting of(String id, Typed typed) {
            return TemplateForm.merge(typed.base(), typed.yaml(), typed.fields())
                    .map(merged -> new Waiting(id, merged, merged, Map.of()))
                    .orElseGet(() -> new Waiting(id, typed.yaml(), typed.base(), typed.fields()));
        }
    }

    /** A course of theirs, and whether its learners get the template. */
    record Share(Seat seat, boolean shared) {}

    /** An old text. */
    record Old(OwnTemplate template, TemplateVersion version) {}

    /** All texts that were saved. */
    record History(OwnTemplate template, List<TemplateVersion> versions) {}

    @CheckedTemplate(basePath = "authoring")
    static class Templates {
        static native TemplateInstance editor(Shown page);

        static native TemplateInstance waiting(Waiting page);

        static native TemplateInstance preview(Synced synced);

        static native TemplateInstance check(CheckView check);

        static native TemplateInstance history(History page);

        static native TemplateInstance old(Old page);
    }

    private final TemplateService service;
    private final CheckQueue queue;
    private final TemplateWorkshop workshop;
    private final Curriculum curriculum;
    private final CurrentUser current;
    private final Page page;

    EditorResource(
            TemplateService service,
            CheckQueue queue,
            TemplateWorkshop workshop,
            Curriculum curriculum,
            CurrentUser current,
            Page page) {
        this.service = service;
        this.curriculum = curriculum;
        this.queue = queue;
        this.workshop = workshop;
        this.current = current;
        this.page = page;
    }

    @GET
    @Path("/{id}/edit")
    public TemplateInstance edit(@RestPath String id, @RestQuery @Nullable String done) {
        var template = own(id);
        var typed = new Typed(service.version(template, template.newest()).yaml(), "", Map.of());
        return Templates.editor(shown(template, typed, 0, done));
    }

    /** What came with a form: the text, the text of which the form was shown, and the form's fields. */
    private record Typed(String yaml, String base, Map<String, String> fields) {

        static Typed of(MultivaluedMap<String, String> form) {
            var fields = new LinkedHashMap<String, String>();
            form.forEach((name, values) -> {
                if (FIELD.matcher(name).matches() && !values.isEmpty() && fields.size() < MOST_FIELDS) {
                    fields.put(name, values.get(0));
                }
            });
            return new Typed(text(form.getFirst("yaml")), text(form.getFirst("base")), fields);
        }

        private static String text(@Nullable String typed) {
            return typed == null
                    ? ""
                    : typed.replace("\r\n", "\n").replace("\0", "").stripTrailing() + "\n";
        }

        /** The text with what was changed in the form; where it cannot be taken apart, as it was typed. */
        String merged() {
            return TemplateForm.merge(base, yaml, fields).orElse(yaml);
        }

        /** What could not be put into the text stays in the form as it was typed. */
        FormView form(String merged, Curriculum curriculum) {
            var known = TemplateForm.of(merged);
            if (known.isPresent() && TemplateForm.merge(base, yaml, fields).isPresent()) {
                return new FormView(known.get(), merged, true, curriculum.areas());
            }
            var before = TemplateForm.of(base).orElseGet(() -> new TemplateForm(Map.of(), List.of()));
            return new FormView(before.with(fields), base, known.isPresent(), curriculum.areas());
        }
    }

    /** Saves, shows variants without saving, or saves and has the checks run. */
    /** Whoever is not signed in any more is told so here, and keeps what they wrote. */
    @PermitAll
    @POST
    @Path("/{id}/edit")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response save(@RestPath String id, MultivaluedMap<String, String> form) {
        var typed = Typed.of(form);
        if (!current.isSignedIn() && form.containsKey("yaml")) {
            return Response.status(Response.Status.UNAUTHORIZED)
                    .entity(Templates.waiting(Waiting.of(id, typed)))
                    .build();
        }
        var template = own(id);
        var action = Optional.ofNullable(form.getFirst("action")).orElse("save");
        var text = typed.merged();
        if (text.length() > TemplateService.LONGEST || text.isBlank() || action.equals("preview")) {
            return Response.status(action.equals("preview") ? 200 : 422)
                    .entity(Templates.editor(shown(template, typed, first(form), null)))
                    .build();
        }
        service.save(template, text);
        if (action.equals("check")) {
            return done(id, service.check(own(id)) ? "checking" : "busy");
        }
        return done(id, "saved");
    }

    /** Variants of a text that is not saved, with form and text in step, for the page while it is written. */
    @POST
    @Path("/{id}/preview")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public TemplateInstance preview(@RestPath String id, MultivaluedMap<String, String> form) {
        own(id);
        var typed = Typed.of(form);
        var merged = typed.merged();
        var first = first(form);
        var trial = TrialView.of(workshop.tryOut(id, merged, first), first, merged);
        return Templates.preview(new Synced(merged, typed.form(merged, curriculum), trial));
    }

    private static int first(MultivaluedMap<String, String> form) {
        var from = Optional.ofNullable(form.getFirst("from")).orElse("");
        return from.matches("\\d{1,6}") ? Integer.parseInt(from) % Seed.COUNT : 0;
    }

    /** How far the checks are, for the page while they run. */
    @GET
    @Path("/{id}/check")
    public TemplateInstance check(@RestPath String id) {
        var template = own(id);
        return Templates.check(CheckView.of(template, service.version(template, template.newest()), queue));
    }

    @GET
    @Path("/{id}/versions")
    public TemplateInstance history(@RestPath String id) {
        var template = own(id);
        return Templates.history(new History(template, service.versions(template)));
    }

    @GET
    @Path("/{id}/versions/{version}")
    public TemplateInstance old(@RestPath String id, @RestPath String version) {
        var template = own(id);
        return Templates.old(new Old(template, service.version(template, number(version))));
    }

    private OwnTemplate own(String id) {
        return service.own(current.teacher(page), id);
    }

    private Shown shown(OwnTemplate template, Typed typed, int first, @Nullable String done) {
        var shared = service.sharedWith(template);
        var id = template.id().value();
        var yaml = typed.merged();
        return new Shown(
                template,
                yaml,
                typed.form(yaml, curriculum),
                TrialView.of(workshop.tryOut(id, yaml, first), first, yaml),
                CheckView.of(template, service.version(template, template.newest()), queue),
                service.taught(template.author()).stream()
                        .map(seat -> new Share(seat, shared.contains(seat.course())))
                        .toList(),
                EditorNotices.of(done),
                done != null);
    }

    private static int number(String version) {
        if (!version.matches("[1-9][0-9]{0,8}")) {
            throw TemplateService.noSuchTemplate();
        }
        return Integer.parseInt(version);
    }

    static Response done(String id, String word) {
        return Response.seeOther(URI.create("/templates/" + id + "/edit?done=" + word))
                .build();
    }
}
