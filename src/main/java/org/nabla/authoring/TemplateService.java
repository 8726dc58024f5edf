package org.nabla.authoring;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.nabla.account.UserId;
import org.nabla.authoring.check.CheckQueue;
import org.nabla.authoring.template.CheckState;
import org.nabla.authoring.template.OwnTemplate;
import org.nabla.authoring.template.TemplateRepository;
import org.nabla.authoring.template.TemplateVersion;
import org.nabla.classroom.CourseService;
import org.nabla.classroom.log.CourseLog;
import org.nabla.classroom.log.LogAction;
import org.nabla.classroom.seat.Seat;
import org.nabla.exercise.ExerciseId;
import org.nabla.exercise.catalogue.ExerciseCatalogue;
import org.nabla.exercise.reading.TemplateText;
import org.nabla.web.trouble.Refusal;

/** Writing, keeping and sharing templates. What somebody may not see does not exist for them. */
@Singleton
class TemplateService {

    static final int LONGEST = 64_000;

    private static final int MOST_TEMPLATES = 500;
    private static final int MOST_VERSIONS = 1_000;
    private static final int LONGEST_TITLE = 200;

    private final TemplateRepository templates;
    private final ExerciseCatalogue catalogue;
    private final CourseService courses;
    private final CourseLog log;
    private final CheckQueue queue;
    private final Clock clock;

    TemplateService(
            TemplateRepository templates,
            ExerciseCatalogue catalogue,
            CourseService courses,
            CourseLog log,
            CheckQueue queue,
            Clock clock) {
        this.templates = templates;
        this.catalogue = catalogue;
        this.courses = courses;
        this.log = log;
        this.queue = queue;
        this.clock = clock;
    }

    /** A template that somebody wrote themselves. */
    OwnTemplate own(UserId author, String id) {
        return parse(id)
                .flatMap(OwnTemplate::number)
                .flatMap(templates::find)
                .filter(found -> found.author().equals(author))
                .orElseThrow(TemplateService::noSuchTemplate);
    }

    /** The text of a template that somebody may look at: of the catalogue, their own newest, or as another one published it. */
    Text text(UserId user, String typed) {
        var id = parse(typed).orElseThrow(TemplateService::noSuchTemplate);
        var builtIn = catalogue.text(id);
        if (builtIn.isPresent()) {
            return new Text(id, builtIn.get(), false);
        }
        var found = OwnTemplate.number(id).flatMap(templates::find).orElseThrow(TemplateService::noSuchTemplate);
        var author = found.author().equals(user);
        var visible = author || found.everyone() || templates.isSharedWithTeacher(found.number(), user);
        var version = author ? Optional.of(found.newest()) : found.published();
        return version.filter(v -> visible)
                .flatMap(v -> templates.version(found.number(), v))
                .map(v -> new Text(id, v.yaml(), author))
                .orElseThrow(TemplateService::noSuchTemplate);
    }

    /** The text of a template. @param own whether whoever asks wrote it */
    record Text(ExerciseId id, String yaml, boolean own) {}

    /**
     * A form that arrives twice, as after a double click, makes one template.
     *
     * @param form its name; empty where it has none
     */
    @Transactional
    OwnTemplate once(UserId author, Optional<UUID> form, Supplier<OwnTemplate> make) {
        if (form.isEmpty()) {
            return make.get();
        }
        templates.lockAuthor(author);
        return templates.untouched(author, form.get()).orElseGet(() -> {
            var made = make.get();
            templates.madeWith(made.number(), author, form.get());
            return made;
        });
    }

    @Transactional
    OwnTemplate create(UserId author, String yaml, Optional<String> origin) {
        if (templates.by(author).size() >= MOST_TEMPLATES) {
            throw new Refusal(
                    Response.Status.CONFLICT,
                    "You have " + MOST_TEMPLATES + " templates already",
                    "Delete one that you no longer need; answers given to it stay with those who gave them.");
        }
        var now = clock.instant();
        var title = title(yaml);
        var number = templates.add(author, title, origin, now);
        templates.addVersion(number, 1, title, yaml, now);
        return templates.find(number).orElseThrow();
    }

    /** A copy of a template, under a title of its own. */
    @Transactional
    OwnTemplate copy(UserId author, Text original) {
        var taken = templates.by(author).stream().map(OwnTemplate::title).toList();
        var title = title(original.yaml()).replaceFirst(" \\(copy(?: \\d+)?\\)$", "");
        var free = IntStream.iterate(1, n -> n + 1)
                .mapToObj(n -> title + (n == 1 ? " (copy)" : " (copy " + n + ")"))
                .filter(name -> !taken.contains(name))
                .findFirst()
                .orElseThrow();
        var yaml = TemplateText.open(original.yaml())
                .map(text -> text.with("title", new TemplateText.Scalar(free)).yaml())
                .orElse(original.yaml());
        return create(author, yaml, Optional.of(original.id().value()));
    }

    /** Keeps a text as a new version, unless it is the newest already. Returns its number. */
    @Transactional
    int save(OwnTemplate template, String yaml) {
        templates.lock(template.number());
        var newest = templates.find(template.number()).orElseThrow().newest();
        if (templates.version(template.number(), newest).orElseThrow().yaml().equals(yaml)) {
            return newest;
        }
        if (newest >= MOST_VERSIONS) {
            throw new Refusal(
                    Response.Status.CONFLICT,
                    "There are " + MOST_VERSIONS + " versions already",
                    "Copy the text into a new template and go on there.");
        }
        templates.addVersion(template.number(), newest + 1, title(yaml), yaml, clock.instant());
        return newest + 1;
    }

    TemplateVersion version(OwnTemplate template, int version) {
        return templates.version(template.number(), version).orElseThrow(TemplateService::noSuchTemplate);
    }

    List<TemplateVersion> versions(OwnTemplate template) {
        return templates.versions(template.number());
    }

    /** Says whether the checks of the newest version wait now. */
    boolean check(OwnTemplate template) {
        return queue.add(template.author(), template.number(), template.newest());
    }

    /** From now on the learners of a course of theirs get the newest version. Says whether its checks have passed. */
    @Transactional
    boolean share(OwnTemplate template, long course) {
        var seat = taught(template.author(), course).orElseThrow(TemplateService::noSuchTemplate);
        if (!hasPassed(template)) {
            return false;
        }
        templates.publish(template.number(), template.newest());
        templates.share(template.number(), course, clock.instant());
        log.write(course, seat.user(), LogAction.TEMPLATE_SHARED, template.id() + ", " + template.title());
        return true;
    }

    /** All teachers may use the newest version. Says whether its checks have passed. */
    @Transactional
    boolean shareWithAll(OwnTemplate template) {
        if (!hasPassed(template)) {
            return false;
        }
        templates.publish(template.number(), template.newest());
        templates.setEveryone(template.number(), true);
        return true;
    }

    /** Those who have it already get the newest version. Says whether its checks have passed. */
    @Transactional
    boolean publish(OwnTemplate template) {
        if (template.published().isEmpty() || !hasPassed(template)) {
            return false;
        }
        templates.publish(template.number(), template.newest());
        return true;
    }

    @Transactional
    void unshare(OwnTemplate template, long course) {
        templates.unshare(template.number(), course);
    }

    @Transactional
    void keepFromOthers(OwnTemplate template) {
        templates.setEveryone(template.number(), false);
    }

    @Transactional
    void delete(OwnTemplate template) {
        templates.delete(template.number());
    }

    /** The courses in use that somebody teaches. */
    List<Seat> taught(UserId teacher) {
        return courses.of(teacher).stream()
                .filter(seat -> seat.teaches() && !seat.archived())
                .toList();
    }

    List<Long> sharedWith(OwnTemplate template) {
        return templates.courses(template.number());
    }

    private Optional<Seat> taught(UserId teacher, long course) {
        return taught(teacher).stream().filter(seat -> seat.course() == course).findFirst();
    }

    private boolean hasPassed(OwnTemplate template) {
        return version(template, template.newest()).state() == CheckState.PASSED;
    }

    /** Of a text that perhaps cannot be read yet. */
    private static String title(String yaml) {
        return yaml.lines()
                .filter(line -> line.startsWith("title:"))
                .map(line -> line.substring("title:".length())
                        .replaceAll("\\p{C}", "")
                        .replaceAll("^[\\s\"']+|[\\s\"']+$", ""))
                .filter(title -> !title.isEmpty())
                .findFirst()
                .map(title -> title.length() <= LONGEST_TITLE ? title : title.substring(0, LONGEST_TITLE))
                .orElse("Without title");
    }

    private static Optional<ExerciseId> parse(String id) {
        try {
            return Optional.of(new ExerciseId(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static Refusal noSuchTemplate() {
        return new Refusal(
                Response.Status.NOT_FOUND,
                "There is no such template",
                "Perhaps its author took it back or deleted it. All that you can use is on the page Templates.");
    }
}
