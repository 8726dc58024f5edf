package org.nabla.progress.checkin;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.nabla.exercise.curriculum.SkillId;
import org.nabla.exercise.curriculum.Track;

/**
 * One check-in of a learner.
 *
 * @param ended empty while it goes on
 * @param questions in the order in which they were asked
 */
public record CheckIn(long id, Track track, Optional<Instant> ended, List<Question> questions) {
    /** So many questions at most. */
    public static final int MOST = 25;

    /**
     * @param exercise the key of the exercise
     * @param reply empty while there is none
     * @param submission the form that answered it
     */
    public record Question(
            int position, SkillId skill, long exercise, Optional<Reply> reply, Optional<UUID> submission) {

        public boolean open() {
            return reply.isEmpty();
        }
    }

    public CheckIn {
        questions = List.copyOf(questions);
    }

    public boolean open() {
        return ended.isEmpty();
    }

    /** The question that waits for a reply. */
    public Optional<Question> current() {
        return open() ? questions.stream().filter(Question::open).findFirst() : Optional.empty();
    }

    /** Those that have a reply. */
    public List<Question> answered() {
        return questions.stream().filter(question -> !question.open()).toList();
    }

    Map<SkillId, Reply> replies() {
        return answered().stream()
                .collect(Collectors.toMap(
                        Question::skill, question -> question.reply().orElseThrow()));
    }
}
