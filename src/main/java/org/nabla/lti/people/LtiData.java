package org.nabla.lti.people;

import static org.nabla.account.data.OwnTable.column;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nabla.account.data.OwnData;
import org.nabla.account.data.OwnTable;

/** Own data: who somebody is in learning platforms, and by which courses they came. */
@Singleton
class LtiData implements OwnData {

    @Override
    public List<OwnTable> tables() {
        return List.of(identities(), members());
    }

    private static OwnTable identities() {
        return new OwnTable(
                "platform_identities",
                "Who you are in the learning platforms by which you came.",
                Set.of("lti_identity"),
                List.of(
                        column("issuer", "what the platform calls itself"),
                        column("subject", "what it calls you"),
                        column("created_at", "when it first spoke of you"),
                        column("last_seen_at", "when you last came by it")),
                "select issuer, subject, created_at, last_seen_at from lti_identity where account_id = :user order by created_at",
                Map.of("lti_identity.account_id", "it is you"));
    }

    private static OwnTable members() {
        return new OwnTable(
                "platform_courses",
                "The courses of learning platforms by which you came.",
                Set.of("lti_member"),
                List.of(
                        column("platform", "what it is called here"),
                        column("title", "the course there"),
                        column("subject", "what the platform calls you"),
                        column("teaches", "whether you teach it there"),
                        column("since", "when you first came by it"),
                        column("left_at", "when the platform said that you left; empty while you are in it")),
                """
                select p.name as platform, c.title, m.subject, m.teaches, m.since, m.left_at
                from lti_member m join lti_context c on c.id = m.context_id join lti_platform p on p.id = c.platform_id
                where m.account_id = :user order by m.since, c.id""",
                Map.of("lti_member.account_id", "it is you", "lti_member.context_id", "there as platform and title"));
    }
}
