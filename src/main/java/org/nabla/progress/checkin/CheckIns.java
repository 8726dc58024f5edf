package org.nabla.progress.checkin;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.nabla.account.UserId;
import org.nabla.database.glance.Glance;
import org.nabla.exercise.curriculum.Curriculum;
import org.nabla.exercise.curriculum.SkillId;
import org.nabla.exercise.curriculum.Track;
import org.nabla.progress.ProgressService;
import org.nabla.progress.checkin.CheckInRepository.Replied;
import org.nabla.progress.mastery.SkillGraph;
import org.nabla.progress.mastery.Skip;
import org.nabla.progress.store.StoredExercise;
import org.nabla.query.Select;

/** The check-ins of learners: begun, gone on with in any window, stopped, and what they say. */
@Singleton
public class CheckIns {
    private record Latest(UserId learner) {}

    private record Position(UserId learner) {}

    /** So many questions at the beginning are about what most people know. */
    private static final int EASY = 2;

    private final CheckInRepository checkIns;
    private final ProgressService progress;
    private final Curriculum curriculum;
    private final SkillGraph graph;
    private final Clock clock;
    private final Map<String, Terrain> terrains = new ConcurrentHashMap<>();

    CheckIns(CheckInRepository checkIns, ProgressService progress, Curriculum curriculum, Clock clock) {
        this.checkIns = checkIns;
        this.progress = progress;
        this.curriculum = curriculum;
        this.graph = new SkillGraph(curriculum, Set.of());
        this.clock = clock;
    }

    /** The one that goes on, or else the last that ended. */
    public Optional<CheckIn> latest(UserId learner) {
        return Glance.once(new Latest(learner), () -> checkIns.latest(learner));
    }

    /** What {@link #latest} asks the database. */
    public static Select<?> asked(UserId learner) {
        return CheckInRepository.latestAsked(learner);
    }

    /** The last one that says something, which may still go on. */
    public Optional<CheckIn> latestWithReply(UserId learner) {
        return checkIns.latestWithReply(learner);
    }

    /** Begins one, unless one goes on already: then that one does. */
    @Transactional
    public void begin(UserId learner, Track track) {
        progress.takeTurn(learner);
        if (checkIns.latest(learner).filter(CheckIn::open).isEmpty()) {
            checkIns.begin(learner, track.id(), now());
        }
    }

    /**
     * What is best asked next.
     *
     * @param possible what can be asked
     * @return empty where enough is known, or enough was asked
     */
    public Optional<SkillId> next(CheckIn checkIn, Set<SkillId> possible) {
        if (checkIn.questions().size() >= CheckIn.MOST) {
            return Optional.empty();
        }
        var asked = checkIn.questions().stream().map(CheckIn.Question::skill).toList();
        var open = possible.stream().filter(skill -> !asked.contains(skill)).toList();
        var placement = placement(checkIn);
        // Nobody begins with a question that only every second person can answer.
        return asked.size() < EASY ? placement.surest(open).or(() -> placement.next(open)) : placement.next(open);
    }

    /** Asks a question, unless another window asked one meanwhile. */
    @Transactional
    public void ask(UserId learner, SkillId skill, StoredExercise exercise) {
        progress.takeTurn(learner);
        checkIns.latest(learner)
                .filter(checkIn -> checkIn.open() && checkIn.current().isEmpty())
                .filter(checkIn -> checkIn.questions().size() < CheckIn.MOST)
                .ifPresent(checkIn -> checkIns.ask(learner, checkIn, skill, exercise.id(), now()));
    }

    /** An answer to the open question. A second one to the same question changes nothing. */
    @Transactional
    public void answered(UserId learner, int position, Reply reply, UUID submission) {
        progress.takeTurn(learner);
        checkIns.latest(learner)
                .filter(CheckIn::open)
                .ifPresent(checkIn ->
                        checkIns.reply(learner, checkIn, position, new Replied(reply, Optional.of(submission), now())));
    }

    /** "I have not met this." */
    @Transactional
    public void skip(UserId learner, int position) {
        progress.takeTurn(learner);
        var open = checkIns.latest(learner).filter(CheckIn::open);
        var question = open.flatMap(CheckIn::current).filter(q -> q.position() == position);
        question.ifPresent(asked -> {
            var now = now();
            if (checkIns.reply(
                    learner, open.orElseThrow(), position, new Replied(Reply.SKIPPED, Optional.empty(), now))) {
                progress.skipped(learner, new Skip(now, asked.exercise(), asked.skill()));
            }
        });
    }

    /** Ends the one that goes on. What was said stays. */
    @Transactional
    public void end(UserId learner) {
        progress.takeTurn(learner);
        checkIns.latest(learner).filter(CheckIn::open).ifPresent(checkIn -> checkIns.end(learner, checkIn, now()));
    }

    /** What the newest check-in takes somebody to know. */
    public Placed placed(UserId learner) {
        return Glance.once(
                new Position(learner),
                () -> latest(learner)
                        .flatMap(any -> checkIns.latestWithReply(learner))
                        .map(this::placement)
                        .map(placement -> new Placed(placement.known(), placement.unknown()))
                        .orElse(Placed.NOWHERE));
    }

    public Placement placement(CheckIn checkIn) {
        var terrain =
                terrains.computeIfAbsent(checkIn.track().id(), id -> Terrain.of(curriculum, graph, checkIn.track()));
        return new Placement(terrain, checkIn.replies());
    }

    /** As exact as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
