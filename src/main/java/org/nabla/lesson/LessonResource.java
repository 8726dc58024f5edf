package org.nabla.lesson;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.nabla.account.session.CurrentUser;
import org.nabla.exercise.curriculum.Curriculum;
import org.nabla.exercise.curriculum.Skill;
import org.nabla.exercise.lesson.Lesson;
import org.nabla.grading.Outcome;
import org.nabla.math.lexing.DecimalComma;

/** What a lesson's page asks for beside itself: the pictures of its stops, and a verdict on "Your turn". */
@Path("/skills/{skill}/lesson")
@Blocking
@Produces(MediaType.TEXT_HTML)
class LessonResource {
    private static final int AN_HOUR = 3600;

    private final Lessons lessons;
    private final LessonDesk desk;
    private final LessonViews views;
    private final Curriculum curriculum;
    private final CurrentUser user;

    LessonResource(Lessons lessons, LessonDesk desk, LessonViews views, Curriculum curriculum, CurrentUser user) {
        this.lessons = lessons;
        this.desk = desk;
        this.views = views;
        this.curriculum = curriculum;
        this.user = user;
    }

    /** The lesson stands at the top of its skill's page. */
    @GET
    public Response lesson(@RestPath String skill) {
        return Response.status(Response.Status.SEE_OTHER)
                .location(URI.create(find(skill).address()))
                .build();
    }

    @GET
    @Path("/frames")
    @Produces(MediaType.APPLICATION_JSON)
    public Response frames(@RestPath String skill, @RestQuery @Nullable String variant) {
        var age = new CacheControl();
        age.setMaxAge(AN_HOUR);
        return lessons.frames(find(skill).id(), number(variant))
                .map(json -> Response.ok(json).cacheControl(age).build())
                .orElseThrow(LessonResource::none);
    }

    /** Judges an answer to "Your turn". It does not count, and is kept only as far as the lesson is judged by it. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response answer(
            @RestPath String skill,
            @RestForm @Nullable String typed,
            @RestForm @Nullable String variant,
            @RestHeader("HX-Request") boolean fromScript) {
        var known = find(skill);
        var lesson = lesson(known, number(variant));
        boolean comma =
                user.writesWithComma() && !lesson.check().answer().kind().startsWith("choice");
        var text = typed == null ? "" : comma ? DecimalComma.read(typed.strip()) : typed.strip();
        var asked = new LessonDesk.Asked(lesson.variant(), text, Optional.empty(), false);
        if (text.isEmpty()) {
            var nothing = new LessonPage.Found("invalid", "Nothing typed", "Type an answer first.", Optional.empty());
            return fromScript
                    ? Response.ok(desk.page(known, lesson, asked, Optional.of(nothing))
                                    .check())
                            .build()
                    : back(known, lesson, "");
        }
        var verdict = desk.verdict(lesson, text);
        // What cannot be read is no answer yet, and makes nobody a guest.
        var learner = verdict.outcome() == Outcome.INVALID ? user.id() : Optional.of(user.orGuest());
        learner.ifPresent(id -> views.answered(id, known.id(), lesson.version(), verdict));
        return fromScript
                ? Response.ok(desk.page(known, lesson, asked, Optional.of(desk.found(lesson, verdict)))
                                .check())
                        .build()
                : back(known, lesson, text);
    }

    /** Told by the page of an exercise when its short form, or a mistake's paragraph, is unfolded or folded. */
    @POST
    @Path("/fold")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response fold(@RestPath String skill, @RestForm @Nullable String open, @RestForm @Nullable String via) {
        var known = find(skill);
        var lesson = lesson(known, 0);
        boolean mistake = LessonViews.Via.MISTAKE
                .name()
                .equalsIgnoreCase(String.valueOf(via).toUpperCase(Locale.ROOT));
        boolean folded = "no".equals(open);
        if (mistake) {
            user.id().ifPresent(id -> views.opened(id, known.id(), lesson.version(), LessonViews.Via.MISTAKE));
        } else if (folded || user.id().isPresent()) { // it stands unfolded for whoever comes
            views.fold(user.orGuest(), known.id(), lesson.version(), folded);
        }
        return Response.noContent().build();
    }

    private static Response back(Skill skill, Lesson lesson, String typed) {
        var address = UriBuilder.fromPath(skill.address()).fragment("check");
        if (lesson.variant() > 0) {
            address.queryParam("variant", lesson.variant());
        }
        if (!typed.isEmpty()) {
            address.queryParam("typed", "{typed}");
            return Response.seeOther(address.build(typed)).build();
        }
        return Response.seeOther(address.build()).build();
    }

    private Skill find(String skill) {
        return curriculum
                .called(skill)
                .or(() -> curriculum.skill(skill))
                .filter(s -> lessons.has(s.id()))
                .orElseThrow(LessonResource::none);
    }

    private Lesson lesson(Skill skill, int variant) {
        return lessons.find(skill.id(), variant).orElseThrow(LessonResource::none);
    }

    private static NotFoundException none() {
        return new NotFoundException("There is no lesson for this skill yet.");
    }

    /** The number of a variant; 0 for what is none. */
    static int number(@Nullable String text) {
        return text != null && text.matches("[0-9]") ? Integer.parseInt(text) : 0;
    }
}
