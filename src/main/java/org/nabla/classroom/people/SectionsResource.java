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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.nabla.account.UserId;
import org.nabla.classroom.CourseAccess;
import org.nabla.classroom.CourseNotices;
import org.nabla.classroom.CourseNumber;
import org.nabla.classroom.log.CourseActs;
import org.nabla.classroom.member.CoursePeople;
import org.nabla.classroom.member.CourseTeacher;
import org.nabla.classroom.member.Enrolled;
import org.nabla.classroom.member.Sections;
import org.nabla.classroom.seat.Seat;
import org.nabla.classroom.seat.Section;
import org.nabla.classroom.times.OtherTimes;
import org.nabla.classroom.times.TimesQuestion;
import org.nabla.web.form.FormErrors;
import org.nabla.web.form.Forms;

/** The sections of a course, for its teachers: who is in which, and what they are called. */
@Path("/courses")
@Blocking
@Produces(MediaType.TEXT_HTML)
class SectionsResource {

    /** What the page shows. @param title what was typed for a new section */
    record Shown(
            Seat seat,
            List<Row> sections,
            List<Enrolled> learners,
            List<CourseActs.Act> acts,
            String title,
            String notice) {}

    /** A section with how many learn in it, who assists there, and the name that was typed for it. */
    record Row(Section section, long learners, String assistants, String typed, String error) {}

    @CheckedTemplate(basePath = "classroom")
    static class Templates {
        static native TemplateInstance sections(Shown page, FormErrors errors);
    }

    private final CourseAccess access;
    private final CoursePeople people;
    private final Sections sections;
    private final CourseActs acts;
    private final TimesQuestion question;

    SectionsResource(
            CourseAccess access, CoursePeople people, Sections sections, CourseActs acts, TimesQuestion question) {
        this.question = question;
        this.acts = acts;
        this.access = access;
        this.people = people;
        this.sections = sections;
    }

    @GET
    @Path("/{course}/sections")
    public TemplateInstance show(@RestPath String course, @RestQuery @Nullable String done) {
        return page(access.teacher(course), "", Optional.empty(), CourseNotices.of(done), FormErrors.none());
    }

    @POST
    @Path("/{course}/sections")
    public Response open(@RestPath String course, @RestForm @DefaultValue("") String title) {
        var seat = access.teacher(course).inUse();
        var errors = FormErrors.none().add("title", sections.open(seat, line(title)));
        return errors.isEmpty()
                ? done(seat, "sections")
                : Forms.refused(page(seat, title, Optional.empty(), "", errors), errors);
    }

    @POST
    @Path("/{course}/sections/{section}/rename")
    public Response rename(
            @RestPath String course, @RestPath String section, @RestForm @DefaultValue("") String title) {
        var seat = access.teacher(course).inUse();
        var found = find(seat, section);
        var errors = FormErrors.none().add("title-" + found.id(), sections.rename(seat, found, line(title)));
        return errors.isEmpty()
                ? done(seat, "sections")
                : Forms.refused(page(seat, "", Optional.of(new Section(found.id(), title)), "", errors), errors);
    }

    @POST
    @Path("/{course}/sections/{section}/remove")
    public Response remove(
            @RestPath String course, @RestPath String section, @RestForm @DefaultValue("") String confirm) {
        var seat = access.teacher(course).inUse();
        var found = find(seat, section);
        var asked = new TimesQuestion.Asked(
                "Remove " + found.title(),
                seat.address() + "/sections/" + found.id() + "/remove",
                seat.address() + "/sections",
                Map.of("confirm", confirm),
                List.of());
        return question.ask(seat, asked, sections.in(seat.course(), found), new OtherTimes.InSection(Optional.empty()))
                .orElseGet(() -> {
                    sections.remove(seat, found);
                    return done(seat, "section-gone");
                });
    }

    /** Puts learners into a section, or into none. */
    @POST
    @Path("/{course}/sections/move")
    public Response move(
            @RestPath String course,
            @RestForm @Nullable List<String> learner,
            @RestForm @DefaultValue("") String section,
            @RestForm @DefaultValue("") String confirm) {
        var seat = access.teacher(course).inUse();
        var chosen = learner == null ? List.<String>of() : learner;
        var errors = FormErrors.none();
        if (chosen.isEmpty()) {
            errors.add("learner", "Choose at least one learner.");
        }
        if (section.isEmpty()) {
            errors.add("section", "Choose where they go.");
        }
        if (!errors.isEmpty()) {
            return Forms.refused(page(seat, "", Optional.empty(), "", errors), errors);
        }
        var ids = people.learners(seat).stream()
                .map(Enrolled::id)
                .filter(id -> chosen.contains(id.toString()))
                .toList();
        var address = seat.address() + "/sections";
        return move(seat, ids, section, confirm, address + "/move", address);
    }

    /** Asks first where marks change. @param back the page to which it leads */
    private Response move(
            Seat seat, List<UserId> learners, String section, String confirm, String action, String back) {
        var to = target(seat, section);
        var who = learners.size() == 1 ? "One learner" : learners.size() + " learners";
        var asked = new TimesQuestion.Asked(
                who + to.map(s -> " to " + s.title()).orElse(" out of their sections"),
                action,
                back,
                Map.of("section", section, "confirm", confirm),
                learners);
        return question.ask(seat, asked, learners, new OtherTimes.InSection(to)).orElseGet(() -> {
            var moved = sections.move(seat, learners, to);
            return Response.seeOther(URI.create(back + "?done=" + (moved.isEmpty() ? "stayed" : "moved")))
                    .build();
        });
    }

    /** Takes back a move of one or many. */
    @POST
    @Path("/{course}/sections/moves/{act}/back")
    public Response takeBack(@RestPath String course, @RestPath String act) {
        var seat = access.teacher(course).inUse();
        if (CourseNumber.parse(act).filter(id -> sections.takeBack(seat, id)).isEmpty()) {
            throw PeopleResource.noAct();
        }
        return done(seat, "moved-back");
    }

    /** Puts one learner into a section, from their page. */
    @POST
    @Path("/{course}/people/{learner:[0-9]+}/section")
    public Response moveOne(
            @RestPath String course,
            @RestPath String learner,
            @RestForm @DefaultValue("none") String section,
            @RestForm @DefaultValue("") String confirm) {
        var seat = access.teacher(course).inUse();
        var id = PeopleResource.user(learner);
        if (people.learners(seat).stream().noneMatch(one -> one.id().equals(id))) {
            throw PeopleResource.nobody();
        }
        var page = seat.address() + "/people/" + id;
        return move(seat, List.of(id), section, confirm, page + "/section", page);
    }

    private Optional<Section> target(Seat seat, String section) {
        return section.equals("none") ? Optional.empty() : Optional.of(find(seat, section));
    }

    private Section find(Seat seat, String section) {
        return CourseNumber.parse(section)
                .flatMap(id -> sections.find(seat.course(), id))
                .orElseThrow(PeopleResource::noSection);
    }

    private TemplateInstance page(
            Seat seat, String title, Optional<Section> renamed, String notice, FormErrors errors) {
        var learners = people.learners(seat);
        var teachers = people.teachers(seat.course());
        return Templates.sections(
                new Shown(
                        seat,
                        sections.of(seat.course()).stream()
                                .map(section -> new Row(
                                        section,
                                        learners.stream()
                                                .filter(l -> l.section()
                                                        .filter(section::equals)
                                                        .isPresent())
                                                .count(),
                                        assistants(teachers, section),
                                        renamed.filter(other -> other.id() == section.id())
                                                .orElse(section)
                                                .title(),
                                        errors.of("title-" + section.id())))
                                .toList(),
                        learners,
                        acts.latest(seat.course(), CourseActs.Kind.SECTION),
                        title,
                        notice),
                errors);
    }

    private static String assistants(List<CourseTeacher> teachers, Section section) {
        return String.join(
                ", ",
                teachers.stream()
                        .filter(teacher -> teacher.assistsIn(section))
                        .map(CourseTeacher::name)
                        .toList());
    }

    private static String line(String title) {
        return title.replaceAll("[\\p{Cc}\\s]+", " ").strip();
    }

    private static Response done(Seat seat, String word) {
        return Response.seeOther(URI.create(seat.address() + "/sections?done=" + word))
                .build();
    }
}
