package org.nabla.teaching.demo;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.nabla.account.UserId;
import org.nabla.account.UserRepository;

/** Offers a demo course on the first start of a server with a database of its own, and makes one where a command asks for it. */
@Singleton
public class DemoOffer {

    private static final long SEED = 2026;

    private final DemoCourses demos;
    private final UserRepository users;
    private final boolean ownDatabase;
    private final Optional<String> teacher;
    private boolean offered;
    private final Set<UserId> playing = ConcurrentHashMap.newKeySet();

    DemoOffer(
            DemoCourses demos,
            UserRepository users,
            @ConfigProperty(name = "nabla.database.embedded", defaultValue = "false") boolean ownDatabase,
            @ConfigProperty(name = "nabla.demo.teacher") Optional<String> teacher) {
        this.demos = demos;
        this.users = users;
        this.ownDatabase = ownDatabase;
        this.teacher = teacher;
    }

    /** After the accounts of those who run the site, which the command may name. */
    void started(@Observes @jakarta.annotation.Priority(9_000) StartupEvent start) {
        offered = ownDatabase && demos.isFirst();
        if (teacher.isPresent()) {
            users.withLogin(teacher.get())
                    .ifPresentOrElse(
                            user -> play(user.id()),
                            () -> Log.warnf("nabla.demo.teacher: nobody here has the login %s.", teacher.get()));
        } else if (offered) {
            Log.info("This server is empty. Its teacher can open a demo course with 30 learners on the page Teaching.");
        }
    }

    /** How many assignments there are of a course that is being made, in words; empty where none is. */
    public Optional<String> progress(UserId user) {
        return playing.contains(user) ? Optional.of(demos.progress(user)) : Optional.empty();
    }

    /** Whether whoever teaches is asked if they want one. */
    public boolean isOffered() {
        return offered;
    }

    /** Makes a demo course in the background, unless this teacher has one. */
    public void play(UserId user) {
        if (!demos.of(user).isEmpty()) {
            return;
        }
        var seat = demos.open(user);
        playing.add(user);
        var player = new Thread(
                () -> {
                    var begun = System.nanoTime();
                    try {
                        demos.play(seat, SEED, DemoCourses.LEARNERS);
                    } catch (RuntimeException e) {
                        Log.error("The demo course could not be made, and is removed.", e);
                        demos.remove(user, seat.course());
                        return;
                    } finally {
                        playing.remove(user);
                    }
                    Log.infof(
                            "The demo course is ready, %d seconds after it was begun.",
                            Duration.ofNanos(System.nanoTime() - begun).toSeconds());
                },
                "demo course");
        player.setDaemon(true);
        player.start();
    }
}
