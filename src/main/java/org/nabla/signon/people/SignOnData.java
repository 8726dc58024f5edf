package org.nabla.signon.people;

import static org.nabla.account.data.OwnTable.column;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nabla.account.data.OwnData;
import org.nabla.account.data.OwnTable;

/** Own data: who somebody is for the sign-on of a school, and which sessions began by it. */
@Singleton
class SignOnData implements OwnData {

    @Override
    public List<OwnTable> tables() {
        return List.of(identities(), sessions());
    }

    private static OwnTable identities() {
        return new OwnTable(
                "sign_on_identities",
                "Who you are for the sign-on of a school by which you can come in.",
                Set.of("sign_on_identity"),
                List.of(
                        column("issuer", "what the sign-on calls itself"),
                        column("subject", "what it knows you by"),
                        column("name", "what it calls you"),
                        column("created_at", "when you first came by it, or linked it"),
                        column("last_seen_at", "when you last did"),
                        column("teacher_at", "when it made you a teacher; empty where it did not")),
                "select issuer, subject, name, created_at, last_seen_at, teacher_at from sign_on_identity"
                        + " where account_id = :user order by number",
                Map.of(
                        "sign_on_identity.account_id", "it is you",
                        "sign_on_identity.number", "what the page of your account knows it by"));
    }

    private static OwnTable sessions() {
        return new OwnTable(
                "sign_on_sessions",
                "The sessions that began by such a sign-on, which can end them.",
                Set.of("sign_on_session"),
                List.of(
                        column("issuer", "the sign-on"),
                        column("subject", "what it knows you by"),
                        column("sid", "what it calls its own session; empty where it does not say"),
                        column("since", "when it began")),
                """
                select s.issuer, s.subject, s.sid, s.since from sign_on_session s
                join sign_on_identity i on i.issuer = s.issuer and i.subject = s.subject
                where i.account_id = :user order by s.since""",
                Map.of(
                        "sign_on_session.token_hash", "a secret: in a file it would only help a thief",
                        "sign_on_session.provider_id", "there as issuer"));
    }
}
