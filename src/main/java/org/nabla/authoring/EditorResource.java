package org.nabla.authoring;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.nabla.account.CurrentUser;
import org.nabla.classroom.Seat;
import org.nabla.exercise.Seed;
import org.nabla.exercise.reading.TemplateReader;
import org.nabla.web.Page;

/** Where somebody writes a template: saves, looks at variants, has it checked. */
@Path("/templates")
@Blocking
@Produces(MediaType.TEXT_HTML)
class EditorResource {

    /** What the page shows. */
    record Shown(
            OwnTemplate template, String yaml, TrialView trial, CheckView check, List<Share> shares, String notice) {

        /** What an editor offers to complete. */
        public String keys() {
            return String.join(" ", TemplateReader.keys());
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

        static native TemplateInstance trial(TrialView trial);

        static native TemplateInstance check(CheckView check);

        static native TemplateInstance history(History page);

        static native TemplateInstance old(Old page);
    }

    private final TemplateService service;
    private final CheckQueue queue;
    private final Workshop workshop;
    private final CurrentUser current;
    private final Page page;

    EditorResource(TemplateService service, CheckQueue queue, Workshop workshop, CurrentUser current, Page page) {
        this.service = service;
        this.queue = queue;
        this.workshop = workshop;
        this.current = current;
        this.page = page;
    }

    @GET
    @Path("/{id}/edit")
    public TemplateInstance edit(@RestPath String id, @RestQuery @Nullable String done) {
        var template = own(id);
        var yaml = service.version(template, template.newest()).yaml();
        var trial = TrialView.of(workshop.tryOut(id, yaml, 0), 0);
        return Templates.editor(shown(template, yaml, trial, EditorNotices.of(done)));
    }

    /** Saves, shows variants without saving, or saves and has the checks run. */
    @POST
    @Path("/{id}/edit")
    public Response save(
            @RestPath String id,
            @RestForm @DefaultValue("") String yaml,
            @RestForm @DefaultValue("save") String action,
            @RestForm @DefaultValue("0") int from) {
        var template = own(id);
        var text = yaml.replace("\r\n", "\n").replace("\0", "").stripTrailing() + "\n";
        var first = Math.floorMod(from, Seed.COUNT);
        if (text.length() > TemplateService.LONGEST || text.isBlank() || action.equals("preview")) {
            var trial = TrialView.of(workshop.tryOut(id, text, first), first);
            return Response.status(action.equals("preview") ? 200 : 422)
                    .entity(Templates.editor(shown(template, text, trial, "")))
                    .build();
        }
        service.save(template, text);
        if (action.equals("check")) {
            return done(id, service.check(own(id)) ? "checking" : "busy");
        }
        return done(id, "saved");
    }

    /** Variants of a text that is not saved, for the page while it is written. */
    @POST
    @Path("/{id}/preview")
    public TemplateInstance preview(
            @RestPath String id, @RestForm @DefaultValue("") String yaml, @RestForm @DefaultValue("0") int from) {
        own(id);
        var first = Math.floorMod(from, Seed.COUNT);
        return Templates.trial(TrialView.of(workshop.tryOut(id, yaml.replace("\r\n", "\n"), first), first));
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

    private Shown shown(OwnTemplate template, String yaml, TrialView trial, String notice) {
        var shared = service.sharedWith(template);
        return new Shown(
                template,
                yaml,
                trial,
                CheckView.of(template, service.version(template, template.newest()), queue),
                service.taught(template.author()).stream()
                        .map(seat -> new Share(seat, shared.contains(seat.course())))
                        .toList(),
                notice);
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
