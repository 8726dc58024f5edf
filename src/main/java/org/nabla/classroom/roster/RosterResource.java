package org.nabla.classroom.roster;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.RedirectionException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import org.nabla.account.UserId;
import org.nabla.classroom.CourseAccess;
import org.nabla.classroom.CourseNumber;
import org.nabla.classroom.roster.RosterReading.Group;
import org.nabla.classroom.roster.RosterService.Agreement;
import org.nabla.classroom.roster.RosterService.Slip;
import org.nabla.classroom.seat.Seat;
import org.nabla.web.address.SiteAddress;
import org.nabla.web.form.FormErrors;
import org.nabla.web.form.Forms;
import org.nabla.web.trouble.Refusal;

/** A roster is brought, looked at, and agreed to; and the slips with the first passwords. */
@Path("/courses")
@Blocking
@Produces(MediaType.TEXT_HTML)
class RosterResource {

    /** The classes in a file, of which one is meant. */
    record Choice(List<Group> groups, String chosen) {}

    /** What a roster would change. */
    record Shown(
            Seat seat,
            RosterPlan plan,
            Choice choice,
            List<String> notes,
            String columns,
            String fingerprint,
            boolean stale) {
        /** Whether the file says which learner belongs to which section. */
        public boolean sections() {
            return plan.added().stream().anyMatch(row -> !row.section().isEmpty());
        }

        public boolean nothing() {
            return !plan.changesSomething(true);
        }
    }

    /** Passwords to hand out. @param site where they are of use */
    record Slips(Seat seat, List<Slip> slips, int returning, int removed, String site, boolean roster) {}

    @CheckedTemplate(basePath = "classroom", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance roster(Seat seat, FormErrors errors);

        static native TemplateInstance rosterPlan(Shown page);

        static native TemplateInstance rosterColumns(ColumnsPage page);

        static native TemplateInstance slips(Slips page);
    }

    private final CourseAccess access;
    private final RosterService rosters;
    private final RosterDrafts drafts;
    private final RosterMappings mappings;
    private final SiteAddress site;

    RosterResource(
            CourseAccess access,
            RosterService rosters,
            RosterDrafts drafts,
            RosterMappings mappings,
            SiteAddress site) {
        this.site = site;
        this.mappings = mappings;
        this.access = access;
        this.rosters = rosters;
        this.drafts = drafts;
    }

    @GET
    @Path("/{course}/roster")
    public TemplateInstance ask(@RestPath String course) {
        return Templates.roster(access.teacher(course).inUse(), FormErrors.none());
    }

    @POST
    @Path("/{course}/roster")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response bring(@RestPath String course, @RestForm("files") @Nullable List<FileUpload> files) {
        var seat = access.teacher(course).inUse();
        var reading = RosterReader.read(read(files == null ? List.of() : files));
        if (reading instanceof RosterReading.Read read) {
            drafts.keep(seat.course(), new RosterDrafts.Draft(read.groups(), read.notes(), Optional.empty()));
            return Response.seeOther(URI.create(seat.address() + "/roster/plan"))
                    .build();
        }
        if (reading instanceof RosterReading.Columns columns) {
            return columns(seat, columns);
        }
        var errors = FormErrors.of("files", ((RosterReading.Refused) reading).why());
        return Forms.refused(Templates.roster(seat, errors), errors);
    }

    /** A file whose columns are known goes on to the plan; of any other the teacher is asked. */
    private Response columns(Seat seat, RosterReading.Columns read) {
        var mapping = mappings.find(seat.user(), read.table()).orElse(read.guess());
        var source = new RosterDrafts.Source(read.table(), mapping, read.notes());
        drafts.keep(
                seat.course(),
                mapping.isSure()
                        ? source.read()
                        : new RosterDrafts.Draft(List.of(), read.notes(), Optional.of(source)));
        return Response.seeOther(URI.create(seat.address() + (mapping.isSure() ? "/roster/plan" : "/roster/columns")))
                .build();
    }

    @GET
    @Path("/{course}/roster/columns")
    public TemplateInstance columns(@RestPath String course) {
        var seat = access.teacher(course).inUse();
        var source = source(seat);
        return Templates.rosterColumns(ColumnsPage.of(seat, source.table(), source.mapping(), ""));
    }

    @POST
    @Path("/{course}/roster/columns")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response map(@RestPath String course, MultivaluedMap<String, String> typed) {
        var seat = access.teacher(course).inUse();
        var source = source(seat);
        var mapping = ColumnsPage.mapping(source.table(), typed);
        var look = "look".equals(typed.getFirst("action"));
        var objection = mapping.objection();
        if (look || objection.isPresent()) {
            return Response.status(look ? 200 : Forms.UNPROCESSABLE)
                    .entity(Templates.rosterColumns(
                            ColumnsPage.of(seat, source.table(), mapping, look ? "" : objection.orElse(""))))
                    .build();
        }
        mappings.remember(seat.user(), source.table(), mapping);
        drafts.keep(seat.course(), source.with(mapping).read());
        return Response.seeOther(URI.create(seat.address() + "/roster/plan")).build();
    }

    /** How far the taking in is, for the page that waits for it. */
    @GET
    @Path("/{course}/roster/progress")
    public Response progress(@RestPath String course) {
        var progress = drafts.progress(access.teacher(course).course());
        return Response.ok("{\"done\":%d,\"total\":%d}".formatted(progress.done(), progress.total()))
                .type(MediaType.APPLICATION_JSON)
                .build();
    }

    private RosterDrafts.Source source(Seat seat) {
        return draft(seat).source().orElseThrow(NotFoundException::new);
    }

    @GET
    @Path("/{course}/roster/plan")
    public TemplateInstance plan(@RestPath String course, @RestQuery("class") @Nullable String group) {
        return plan(access.teacher(course).inUse(), group, false);
    }

    @POST
    @Path("/{course}/roster/plan")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response apply(
            @RestPath String course,
            @RestForm("class") @Nullable String group,
            @RestForm @DefaultValue("") String plan,
            @RestForm @Nullable String removeMissing,
            @RestForm @Nullable String divide,
            @RestForm @Nullable String leaveOut,
            @Context UriInfo uri) {
        var seat = access.teacher(course).inUse();
        var draft = draft(seat);
        if (draft.groups().isEmpty()) {
            throw new NotFoundException();
        }
        var chosen = chosen(draft, group);
        var done = rosters.apply(
                seat, chosen.rows(), new Agreement(plan, removeMissing != null, divide != null, leaveOut != null));
        return done.map(d -> Response.ok(
                        Templates.slips(new Slips(seat, d.slips(), d.returning(), d.removed(), site(uri), true))))
                .orElseGet(() -> Response.status(Response.Status.CONFLICT).entity(plan(seat, group, true)))
                .build();
    }

    /** For a learner who has lost their password and whose account this course made. */
    @POST
    @Path("/{course}/people/{learner}/password")
    public Response newPassword(@RestPath String course, @RestPath String learner, @Context UriInfo uri) {
        var seat = access.teacher(course).inUse();
        var slip = CourseNumber.parse(learner)
                .flatMap(id -> rosters.newPassword(seat, new UserId(id)))
                .orElseThrow(() -> new Refusal(
                        Response.Status.NOT_FOUND,
                        "You cannot make a password for this account",
                        "That is possible only for an account that a roster of this course made, and that is used in no"
                                + " other teacher’s course."));
        return Response.ok(Templates.slips(new Slips(seat, List.of(slip), 0, 0, site(uri), false)))
                .build();
    }

    private TemplateInstance plan(Seat seat, @Nullable String group, boolean stale) {
        var draft = draft(seat);
        if (draft.groups().isEmpty()) {
            throw new RedirectionException(Response.Status.SEE_OTHER, URI.create(seat.address() + "/roster/columns"));
        }
        var chosen = chosen(draft, group);
        var plan = rosters.plan(seat, chosen.rows());
        return Templates.rosterPlan(new Shown(
                seat,
                plan,
                new Choice(draft.groups(), chosen.id()),
                draft.notes(),
                draft.source().map(ColumnsPage::words).orElse(""),
                plan.fingerprint(),
                stale));
    }

    private RosterDrafts.Draft draft(Seat seat) {
        return drafts.find(seat.course())
                .orElseThrow(() -> new Refusal(
                        Response.Status.NOT_FOUND,
                        "There is no roster to look at",
                        "It was brought in already, or more than a day ago. Bring the file again."));
    }

    private static Group chosen(RosterDrafts.Draft draft, @Nullable String id) {
        return draft.groups().stream()
                .filter(group -> group.id().equals(id))
                .findFirst()
                .orElseGet(() -> draft.groups().get(0));
    }

    private String site(UriInfo uri) {
        return site.root(uri.getBaseUri()).replaceFirst("^https?://", "");
    }

    private static List<RosterFile> read(List<FileUpload> files) {
        return files.stream()
                .filter(file -> file.size() > 0)
                .map(file -> {
                    try {
                        return new RosterFile(name(file.fileName()), Files.readAllBytes(file.uploadedFile()));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .toList();
    }

    /** As a message may show it. */
    private static String name(@Nullable String name) {
        var plain = name == null ? "" : name.replaceAll("[\\p{C}]", "").strip();
        return plain.isEmpty() ? "The file" : plain.length() <= 80 ? plain : plain.substring(0, 80) + "…";
    }
}
