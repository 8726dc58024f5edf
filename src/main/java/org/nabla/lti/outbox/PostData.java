package org.nabla.lti.outbox;

import static org.nabla.account.data.OwnTable.column;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nabla.account.data.OwnData;
import org.nabla.account.data.OwnTable;

/** Own data: the marks that were sent to learning platforms, and links that a teacher is picking. */
@Singleton
class PostData implements OwnData {

    @Override
    public List<OwnTable> tables() {
        return List.of(scores(), picking());
    }

    private static OwnTable scores() {
        return new OwnTable(
                "platform_marks",
                "The marks of yours that go to learning platforms.",
                Set.of("lti_score"),
                List.of(
                        column("course", "its number"),
                        column("assignment", "what it is called"),
                        column("points", "of yours; empty where the mark was taken back"),
                        column("maximum", "how many there are"),
                        column("state", "waiting, sent or refused"),
                        column("attempts", "how often it was tried since it last arrived"),
                        column("next_at", "when it is tried again"),
                        column("sent_at", "when it last arrived"),
                        column("trouble", "why it did not")),
                """
                select a.course_id as course, a.title as assignment, s.points, s.maximum, lower(s.state) as state, s.attempts,
                       s.next_at, s.sent_at, s.trouble
                from lti_score s join lti_line_item i on i.id = s.line_item_id join assignment a on a.id = i.assignment_id
                where s.account_id = :user order by a.course_id, a.number, i.id""",
                Map.of(
                        "lti_score.account_id", "it is you",
                        "lti_score.line_item_id", "there as course and assignment",
                        "lti_score.stamp", "the time in the last message, which is when it was tried"));
    }

    private static OwnTable picking() {
        return new OwnTable(
                "platform_links",
                "The links that you are picking for a learning platform at the moment.",
                Set.of("lti_deep_link"),
                List.of(
                        column("title", "the course there"),
                        column("return_url", "where they go"),
                        column("multiple", "whether the platform takes several"),
                        column("line_items", "whether it takes marks"),
                        column("data", "what it wants back with them"),
                        column("expires_at", "until when you can pick")),
                """
                select c.title, d.return_url, d.multiple, d.line_items, d.data, d.expires_at
                from lti_deep_link d join lti_context c on c.id = d.context_id
                where d.account_id = :user order by d.expires_at""",
                Map.of(
                        "lti_deep_link.account_id", "it is you",
                        "lti_deep_link.context_id", "there as title",
                        "lti_deep_link.token_hash", "a secret: in a file it would only help a thief"));
    }
}
