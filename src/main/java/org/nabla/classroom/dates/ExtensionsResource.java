package org.nabla.classroom.dates;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
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
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.nabla.account.UserId;
import org.nabla.classroom.CourseAccess;
import org.nabla.classroom.CourseMoment;
import org.nabla.classroom.assignment.Assignment;
import org.nabla.classroom.assignment.AssignmentService;
import org.nabla.classroom.assignment.ManyExtensions;
import org.nabla.classroom.listing.AssignmentFormPage;
import org.nabla.classroom.listing.ChangesPage;
import org.nabla.classroom.listing.ChangesPages;
import org.nabla.classroom.log.CourseActs;
import org.nabla.classroom.marking.Allowance;
import org.nabla.classroom.marking.Words;
import org.nabla.classroom.member.CoursePeople;
import org.nabla.classroom.member.Enrolled;
import org.nabla.classroom.member.Sections;
import org.nabla.classroom.problemset.Fields;
import org.nabla.classroom.seat.Seat;
import org.nabla.classroom.seat.Section;
import org.nabla.web.form.FormErrors;
import org.nabla.web.trouble.Refusal;

/** More time for many learners in many assignments: first a list of what changes, then the deed, and back in one. */
@Path("/courses/{course}/extensions")
@Blocking
@Produces(MediaType.TEXT_HTML)
class ExtensionsResource {
    private static final String SEEN = "confirm";
    private static final Map<String, String> NOTICES = Map.of(
            "given", "More time is given. Marks follow, and the learners are told.",
            "back", "Taken back. What was changed since by hand stays as it is.");

    /** What the page shows. */
    record Shown(
            Seat seat,
            List<Enrolled> learners,
            List<Section> sections,
            List<Assignment> assignments,
            List<Done> acts,
            ExtensionsForm form,
            String notice) {
        public String zone() {
            return CourseMoment.zoneName(seat.zone());
        }
    }

    /** What was done before. */
    record Done(CourseActs.Act act, CourseMoment at) {}

    /** What would be done. @param stay how many keep the time that they have @param marks those that change */
    record Preview(
            Seat seat,
            String lead,
            String stay,
            List<Row> rows,
            List<ChangesPage.Row> marks,
            ExtensionsForm form,
            String seen,
            String notice) {}

    /** What the act gives, and what that does to marks. */
    private record Plan(List<ManyExtensions.Planned> given, List<ChangesPages.Moves> moves, int stay) {

        /** Tells whether the list that a teacher saw is the one that would be done. */
        String fingerprint() {
            return "p"
                    + Integer.toHexString(31
                                    * given.stream()
                                            .map(one -> List.of(
                                                    one.assignment().id(), one.learner(), one.now(), one.then()))
                                            .toList()
                                            .hashCode()
                            + moves.stream()
                                    .flatMap(some -> some.moves().stream())
                                    .toList()
                                    .hashCode());
        }
    }

    record Row(String learner, String assignment, CourseMoment before, CourseMoment after) {}

    @CheckedTemplate(basePath = "classroom/assignment", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance extensions(Shown page, FormErrors errors);

        static native TemplateInstance extensionsPreview(Preview page);
    }

    private final CourseAccess access;
    private final CoursePeople people;
    private final Sections sections;
    private final AssignmentService assignments;
    private final ManyExtensions extensions;
    private final CourseActs acts;
    private final ChangesPages changes;

    ExtensionsResource(
            CourseAccess access,
            CoursePeople people,
            Sections sections,
            AssignmentService assignments,
            ManyExtensions extensions,
            CourseActs acts,
            ChangesPages changes) {
        this.changes = changes;
        this.access = access;
        this.people = people;
        this.sections = sections;
        this.assignments = assignments;
        this.extensions = extensions;
        this.acts = acts;
    }

    @GET
    public TemplateInstance show(@RestPath String course, @RestQuery @Nullable String done) {
        var seat = access.teacher(course).inUse();
        var notice = NOTICES.getOrDefault(done == null ? "" : done, "");
        return Templates.extensions(page(seat, ExtensionsForm.FRESH, notice), FormErrors.none());
    }

    /** Shows what changes; where that list was seen, does it. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response give(@RestPath String course, MultivaluedMap<String, String> typed) {
        var seat = access.teacher(course).inUse();
        var form = ExtensionsForm.of(typed);
        var errors = FormErrors.none();
        var more = form.read(seat.zone(), errors);
        var learners = people.learners(seat).stream()
                .filter(learner -> isChosen(form, learner))
                .collect(Collectors.toMap(Enrolled::id, Enrolled::name, (a, b) -> a, LinkedHashMap::new));
        var chosen = assignments.of(seat.course()).stream()
                .filter(a -> form.hasAssignment(a.number()))
                .toList();
        if (learners.isEmpty()) {
            errors.add("learner", "Choose at least one learner.");
        }
        if (chosen.isEmpty()) {
            errors.add("assignment", "Choose at least one assignment.");
        }
        if (more.isEmpty() || !errors.isEmpty()) {
            return Response.status(AssignmentFormPage.UNPROCESSABLE)
                    .entity(Templates.extensions(page(seat, form, ""), errors))
                    .build();
        }
        var given = extensions.plan(seat, chosen, learners.keySet(), more.get(), form.why());
        var plan = new Plan(given, moves(seat, given), learners.size() * chosen.size() - given.size());
        var seen = typed.getOrDefault(SEEN, List.of()).stream().findFirst().orElse("");
        if (given.isEmpty() || !seen.equals(plan.fingerprint())) {
            return Response.status(seen.isEmpty() ? 200 : 409)
                    .entity(Templates.extensionsPreview(preview(seat, form, plan, learners, seen)))
                    .build();
        }
        extensions.give(seat, given, said(given, form));
        return back(seat, "given");
    }

    @POST
    @Path("/{act:[0-9]+}/back")
    public Response takeBack(@RestPath String course, @RestPath String act) {
        var seat = access.teacher(course).inUse();
        if (!extensions.takeBack(seat, Fields.number(act))) {
            throw new Refusal(
                    Response.Status.NOT_FOUND,
                    "There is nothing to take back",
                    "Perhaps somebody else took it back a moment ago. Go back and load the page again.");
        }
        return back(seat, "back");
    }

    private static boolean isChosen(ExtensionsForm form, Enrolled learner) {
        return switch (form.who()) {
            case "all" -> true;
            case "ticked", "" -> form.hasLearner(learner.id().value());
            default ->
                learner.section()
                        .filter(s -> Long.toString(s.id()).equals(form.who()))
                        .isPresent();
        };
    }

    private static String said(List<ManyExtensions.Planned> plan, ExtensionsForm form) {
        return counts(plan) + ": " + form.why();
    }

    private static String counts(List<ManyExtensions.Planned> plan) {
        return "%s in %s"
                .formatted(
                        Words.count(
                                plan.stream()
                                        .map(ManyExtensions.Planned::learner)
                                        .distinct()
                                        .count(),
                                "learner",
                                "learners"),
                        Words.count(
                                plan.stream()
                                        .map(one -> one.assignment().id())
                                        .distinct()
                                        .count(),
                                "assignment",
                                "assignments"));
    }

    /** Which marks change, assignment by assignment. */
    private List<ChangesPages.Moves> moves(Seat seat, List<ManyExtensions.Planned> given) {
        var others = new LinkedHashMap<Assignment, Map<UserId, Allowance>>();
        var now = assignments.allowances(seat.course());
        for (var one : given) {
            var allowance = now.getOrDefault(one.assignment().id(), Map.of())
                    .getOrDefault(one.learner(), Allowance.in(seat.zone()));
            others.computeIfAbsent(one.assignment(), a -> new LinkedHashMap<>())
                    .put(one.learner(), allowance.with(Optional.of(one.after())));
        }
        return changes.moves(others, seat.zone());
    }

    private Preview preview(Seat seat, ExtensionsForm form, Plan plan, Map<UserId, String> names, String seen) {
        var given = plan.given();
        return new Preview(
                seat,
                given.isEmpty() ? "Nothing changes: all of them have as much time already." : counts(given) + ".",
                plan.stay() == 0
                        ? ""
                        : plan.stay() == 1
                                ? "One date stays as it is: there is as much time already."
                                : plan.stay() + " dates stay as they are: there is as much time already.",
                given.stream()
                        .map(one -> new Row(
                                names.getOrDefault(one.learner(), ""),
                                one.assignment().title(),
                                CourseMoment.of(one.now().due(), seat.zone()),
                                CourseMoment.of(one.then().due(), seat.zone())))
                        .toList(),
                changes.rows(seat, plan.moves()),
                form,
                plan.fingerprint(),
                seen.isEmpty()
                        ? ""
                        : "Somebody else changed a date meanwhile, or something was answered, so the list is another one now. Nothing was changed yet.");
    }

    private Shown page(Seat seat, ExtensionsForm form, String notice) {
        return new Shown(
                seat,
                people.learners(seat),
                sections.of(seat.course()),
                assignments.of(seat.course()),
                acts.latest(seat.course(), CourseActs.Kind.EXTENSION).stream()
                        .map(act -> new Done(act, CourseMoment.of(act.at(), seat.zone())))
                        .toList(),
                form,
                notice);
    }

    private static Response back(Seat seat, String done) {
        return Response.seeOther(URI.create(seat.address() + "/extensions?done=" + done))
                .build();
    }
}
