package org.nabla.progress.checkin;

import static org.nabla.account.data.OwnTable.column;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nabla.account.data.OwnData;
import org.nabla.account.data.OwnTable;

/** Own data: check-ins, with what was asked and said. */
@Singleton
class CheckInData implements OwnData {

    @Override
    public List<OwnTable> tables() {
        return List.of(
                new OwnTable(
                        "check_ins",
                        "The check-ins you began.",
                        Set.of("check_in"),
                        List.of(
                                column("check_in", "its number"),
                                column("track", "the track it was about"),
                                column("begun_at", "when you began"),
                                column("ended_at", "when it ended; empty while it goes on")),
                        "select id as check_in, track, begun_at, ended_at from check_in where learner_id = :user"
                                + " order by begun_at, id",
                        Map.of("check_in.id", "there as check_in", "check_in.learner_id", "it is you")),
                new OwnTable(
                        "check_in_questions",
                        "What the check-ins asked you, and what became of it.",
                        Set.of("check_in_question"),
                        List.of(
                                column("check_in", "the number of the check-in"),
                                column("position", "which of its questions"),
                                column("skill", "what it was about"),
                                column("exercise", "the exercise without its numbers"),
                                column("asked_at", "when it was asked"),
                                column("reply", "right, wrong, skipped, or undecided by the checker"),
                                column("replied_at", "when you replied"),
                                column("submission", "the form that answered it")),
                        """
                        select q.check_in_id as check_in, q.position, q.skill, e.template as exercise, q.asked_at,
                               lower(q.reply) as reply, q.replied_at, q.submission
                        from check_in_question q
                        join exercise e on e.id = q.exercise_id
                        where q.learner_id = :user order by q.check_in_id, q.position
                        """,
                        Map.of(
                                "check_in_question.learner_id", "it is you",
                                "check_in_question.check_in_id", "there as check_in",
                                "check_in_question.exercise_id", "there as exercise, by its name")));
    }
}
