package org.nabla.classroom.people;

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
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.nabla.account.UserId;
import org.nabla.classroom.CourseAccess;
import org.nabla.classroom.CourseMoment;
import org.nabla.classroom.CourseNotices;
import org.nabla.classroom.CourseNumber;
import org.nabla.classroom.seat.Seat;
import org.nabla.web.form.FormErrors;
import org.nabla.web.form.Forms;

/** Learners of an earlier course of the same teacher are added at once; all others are invited. */
@Path("/courses")
@Blocking
@Produces(MediaType.TEXT_HTML)
class EarlierResource {

    /**
     * What the page shows.
     *
     * @param courses the other courses of the teacher
     * @param from the one that is chosen; empty where none is
     * @param chosen who is ticked
     */
    record Shown(
            Seat seat,
            List<Seat> courses,
            Optional<Seat> from,
            List<EarlierLearners.Candidate> candidates,
            Set<Long> chosen,
            List<Waiting> invitations,
            String login,
            String notice) {
        public boolean isFrom(Seat other) {
            return from.filter(one -> one.course() == other.course()).isPresent();
        }

        public boolean isChosen(EarlierLearners.Candidate candidate) {
            return chosen.contains(candidate.id().value());
        }
    }

    /** An invitation that is still open. */
    record Waiting(UserId id, String login, CourseMoment until) {}

    @CheckedTemplate(basePath = "classroom")
    static class Templates {
        static native TemplateInstance earlier(Shown page, FormErrors errors);
    }

    private final CourseAccess access;
    private final EarlierLearners earlier;
    private final LearnerInvitations invitations;

    EarlierResource(CourseAccess access, EarlierLearners earlier, LearnerInvitations invitations) {
        this.access = access;
        this.earlier = earlier;
        this.invitations = invitations;
    }

    @GET
    @Path("/{course}/people/add")
    public TemplateInstance show(
            @RestPath String course, @RestQuery @Nullable String from, @RestQuery @Nullable String done) {
        var seat = access.teacher(course).inUse();
        var chosen = from == null ? Optional.<Seat>empty() : from(seat, from);
        return page(seat, chosen, Optional.empty(), "", CourseNotices.of(done), FormErrors.none());
    }

    @POST
    @Path("/{course}/people/add")
    public Response add(
            @RestPath String course,
            @RestForm @DefaultValue("") String from,
            @RestForm("learner") @Nullable List<String> learners) {
        var seat = access.teacher(course).inUse();
        var source = from(seat, from).orElseThrow(PeopleResource::nobody);
        var chosen = new HashSet<Long>();
        (learners == null ? List.<String>of() : learners)
                .forEach(number -> CourseNumber.parse(number).ifPresent(chosen::add));
        if (chosen.isEmpty()) {
            var errors = FormErrors.of("learner", "Tick those who are to come along.");
            return Forms.refused(page(seat, Optional.of(source), Optional.of(chosen), "", "", errors), errors);
        }
        earlier.add(seat, source, chosen.stream().map(UserId::new).toList());
        return Response.seeOther(URI.create(seat.address() + "/people?done=added"))
                .build();
    }

    @POST
    @Path("/{course}/people/invite")
    public Response invite(@RestPath String course, @RestForm @DefaultValue("") String login) {
        var seat = access.teacher(course).inUse();
        var objection = login.isBlank()
                ? Optional.of("Type the login of somebody who has an account.")
                : invitations.invite(seat, login.strip().toLowerCase(Locale.ROOT));
        var errors = FormErrors.none().add("login", objection);
        return errors.isEmpty()
                ? back(seat, "asked")
                : Forms.refused(page(seat, Optional.empty(), Optional.empty(), login, "", errors), errors);
    }

    @POST
    @Path("/{course}/people/{learner}/uninvite")
    public Response withdraw(@RestPath String course, @RestPath String learner) {
        var seat = access.teacher(course).inUse();
        if (!invitations.withdraw(seat, PeopleResource.user(learner))) {
            throw InvitationService.gone();
        }
        return back(seat, "withdrawn");
    }

    private Optional<Seat> from(Seat seat, String number) {
        var wanted = CourseNumber.parse(number);
        return earlier.courses(seat).stream()
                .filter(other -> wanted.filter(n -> n == other.course()).isPresent())
                .findFirst();
    }

    /** @param chosen who is ticked; empty for all */
    private TemplateInstance page(
            Seat seat,
            Optional<Seat> from,
            Optional<Set<Long>> chosen,
            String login,
            String notice,
            FormErrors errors) {
        var candidates = from.map(source -> earlier.candidates(seat, source)).orElse(List.of());
        var ticked = chosen.orElseGet(() -> {
            var all = new HashSet<Long>();
            candidates.forEach(candidate -> all.add(candidate.id().value()));
            return all;
        });
        var waiting = invitations.open(seat.course()).stream()
                .map(i -> new Waiting(i.id(), i.login(), CourseMoment.of(i.expiresAt(), seat.zone())))
                .toList();
        return Templates.earlier(
                new Shown(seat, earlier.courses(seat), from, candidates, ticked, waiting, login, notice), errors);
    }

    private static Response back(Seat seat, String word) {
        return Response.seeOther(URI.create(seat.address() + "/people/add?done=" + word))
                .build();
    }
}
