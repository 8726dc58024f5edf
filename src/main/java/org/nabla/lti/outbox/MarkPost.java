package org.nabla.lti.outbox;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nabla.classroom.assignment.Assignment;
import org.nabla.classroom.assignment.AssignmentService;
import org.nabla.classroom.assignment.AssignmentsGone;
import org.nabla.gradebook.CourseMarks;
import org.nabla.lti.place.Contexts;
import org.nabla.lti.place.Contexts.Context;
import org.nabla.lti.registration.Platform;
import org.nabla.lti.registration.Platforms;
import org.nabla.lti.service.Declined;
import org.nabla.lti.service.PlatformServices;
import org.nabla.lti.service.ServiceScope;
import org.nabla.outside.OutsideException;

/**
 * Brings marks to platforms, every minute: looks which are not as the platform has them, whatever changed them (an answer, an
 * extension, a regrade, a teacher), and sends those. Never in the request of a learner, who waits for no platform.
 */
@Singleton
public class MarkPost {
    private static final int AT_ONCE = 200;
    private static final int ROUNDS = 20;
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private static final Outbox.Noted NOTHING = new Outbox.Noted(Optional.empty(), 0);

    private final Outbox outbox;
    private final Contexts contexts;
    private final Platforms platforms;
    private final CourseMarks marks;
    private final AssignmentService assignments;
    private final PlatformServices services;

    MarkPost(
            Outbox outbox,
            Contexts contexts,
            Platforms platforms,
            CourseMarks marks,
            AssignmentService assignments,
            PlatformServices services) {
        this.outbox = outbox;
        this.contexts = contexts;
        this.platforms = platforms;
        this.marks = marks;
        this.assignments = assignments;
        this.services = services;
    }

    @Scheduled(every = "${nabla.lti.marks-every:1m}", delayed = "90s", concurrentExecution = ConcurrentExecution.SKIP)
    void round() {
        contexts.bound().forEach(this::look);
        send();
    }

    /** Puts into the outbox what one course of a platform does not have as it is. */
    @Transactional
    public void look(Context context) {
        if (!takesScores(context) || context.course().isEmpty()) {
            return;
        }
        var learners = new HashSet<Long>();
        contexts.members(context.id()).stream()
                .filter(member -> !member.teaches() && !member.left())
                .forEach(member -> learners.add(member.user().value()));
        var items = new HashMap<Long, Optional<Outbox.Item>>();
        var noted = outbox.noted(context.id());
        for (var line : marks.of(context.course().get())) {
            if (learners.contains(line.learner().value())) {
                var maximum = line.assignment().points();
                items.computeIfAbsent(line.assignment().id(), id -> column(context, line.assignment()))
                        .filter(item -> !noted.getOrDefault(new Outbox.Place(item.id(), line.learner()), NOTHING)
                                .is(line.points(), maximum))
                        .ifPresent(item -> outbox.want(item.id(), line.learner(), line.points(), maximum));
            }
        }
    }

    /** Before learners are told what was found, a mark would tell it. */
    private Optional<Outbox.Item> column(Context context, Assignment assignment) {
        return assignments.isTold(assignment) && assignment.points() > 0
                ? item(context, assignment.id())
                : Optional.empty();
    }

    /** The column of an assignment, noted where it is not yet; empty where the assignment is just being withdrawn. */
    private Optional<Outbox.Item> item(Context context, long assignment) {
        return outbox.item(context.id(), assignment)
                .or(() -> context.course()
                        .filter(course -> assignments.stands(course, assignment))
                        .map(course -> outbox.newItem(context.id(), assignment)));
    }

    /** Columns of assignments that are gone go, with what was to be sent to them. */
    void gone(@Observes AssignmentsGone gone) {
        outbox.forget(gone.assignments());
    }

    static boolean takesScores(Context context) {
        return context.services().scopes().contains(ServiceScope.SCORE);
    }

    /** Sends what waits and whose time has come. */
    public void send() {
        outbox.itemsToMake().forEach(this::make);
        for (int i = 0; i < ROUNDS; i++) {
            var taken = outbox.take(AT_ONCE);
            if (taken.isEmpty()) {
                return;
            }
            post(taken);
        }
    }

    /** A platform that does not answer is not asked again in the same round, or the others would wait for it. */
    private void post(List<Outbox.Waiting> taken) {
        Map<Long, Optional<Platform>> known = new HashMap<>();
        Set<Long> away = new HashSet<>();
        for (var line : taken) {
            var platform = known.computeIfAbsent(
                    line.context(), id -> contexts.find(id).flatMap(c -> platforms.find(c.platform())));
            if (platform.isEmpty()) {
                continue;
            }
            if (away.contains(platform.get().id())) {
                outbox.notSent(line, "The platform could not be reached.", true);
                continue;
            }
            try {
                services.score(
                        platform.get(),
                        line.url(),
                        new PlatformServices.Score(
                                line.subject(), line.points(), line.maximum(), STAMP.format(line.stamp())));
                outbox.sent(line);
            } catch (Declined e) {
                outbox.notSent(line, e.sentence(), e.mayChange());
            } catch (OutsideException e) {
                Log.infof(
                        "Marks cannot be sent to platform %d: %s",
                        platform.get().id(), e.sentence());
                away.add(platform.get().id());
                outbox.notSent(line, e.sentence(), true);
            }
        }
    }

    private void make(Outbox.Item item) {
        var context = contexts.find(item.context()).orElseThrow();
        var platform = platforms.find(context.platform());
        var assignment = context.course()
                .flatMap(course -> assignments.of(course).stream()
                        .filter(a -> a.id() == item.assignment())
                        .findFirst());
        var lineItems = context.services().lineItems();
        if (platform.isEmpty() || assignment.isEmpty()) {
            return;
        }
        if (lineItems.isEmpty() || !context.services().scopes().contains(ServiceScope.LINE_ITEM)) {
            outbox.notMade(
                    item.id(), "The platform lets Nabla make no columns: choose the assignment there by its link.");
            return;
        }
        try {
            var url = services.column(
                    platform.get(),
                    lineItems.get(),
                    new PlatformServices.Column(
                            assignment.get().title(), assignment.get().points(), resource(item.assignment())));
            outbox.made(item.id(), url);
        } catch (OutsideException e) {
            outbox.notMade(item.id(), e.sentence());
        }
    }

    /** What this site calls the column of an assignment, there and in links. */
    public static String resource(long assignment) {
        return "nabla-" + assignment;
    }

    /** The platform has a column for this assignment already, made with a link to it. */
    @Transactional
    public void columnIs(Context context, long assignment, String url) {
        item(context, assignment).ifPresent(item -> outbox.made(item.id(), url));
    }
}
