package org.nabla.account.data;

import static org.nabla.account.data.OwnTable.column;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The account itself, and where it is signed in. */
@Singleton
class AccountData implements OwnData {

    @Override
    public List<OwnTable> tables() {
        return List.of(account(), sessions(), invitations(), halfSignIns());
    }

    private static OwnTable account() {
        return new OwnTable(
                "account",
                "Who you are here.",
                Set.of("account"),
                List.of(
                        column("id", "your number; nobody sees it"),
                        column("name", "the one that teachers and classmates see"),
                        column("login", "what you sign in with; empty for a guest"),
                        column("email", "empty if you gave none"),
                        column("teacher", "whether you may teach"),
                        column("operator", "whether you run the site because it had nobody when you came"),
                        column("decimal_comma", "whether you write numbers with a comma"),
                        column("disabled_at", "since when the account is closed; empty while it is open"),
                        column("created_at", "when you came")),
                "select id, name, login, email, teacher, operator, decimal_comma, disabled_at, created_at from account where id = :user",
                Map.of(
                        "account.password_hash", "a secret: in a file it would only help a thief",
                        "account.password_must_change", "always no for whoever reads this",
                        "account.demo_course_id", "only people who are made up have one"));
    }

    private static OwnTable sessions() {
        return new OwnTable(
                "sessions",
                "The browsers in which you are known.",
                Set.of("session"),
                List.of(
                        column("number", "what the page of your devices knows it by"),
                        column("browser", "the browser; empty where it began before browsers were named"),
                        column("created_at", "when it began"),
                        column("last_seen_at", "when you were last there, to the hour"),
                        column("expires_at", "when it ends if you do not come back")),
                "select number, browser, created_at, last_seen_at, expires_at from session where account_id = :user order by created_at",
                Map.of(
                        "session.token_hash", "a secret: in a file it would only help a thief",
                        "session.account_id", "it is you"));
    }

    private static OwnTable halfSignIns() {
        return new OwnTable(
                "sign-ins-begun",
                "Where your password was right and your code is still to come.",
                Set.of("half_sign_in"),
                List.of(column("expires_at", "until when the code can come")),
                "select expires_at from half_sign_in where account_id = :user order by expires_at",
                Map.of(
                        "half_sign_in.token_hash", "a secret: in a file it would only help a thief",
                        "half_sign_in.account_id", "it is you"));
    }

    private static OwnTable invitations() {
        return new OwnTable(
                "teacher-invitations",
                "The links by which you invited others to teach.",
                Set.of("teacher_invitation"),
                List.of(column("created_at", "when you made it"), column("expires_at", "until when it can be used")),
                "select created_at, expires_at from teacher_invitation where invited_by = :user order by created_at",
                Map.of(
                        "teacher_invitation.token_hash", "a secret: in a file it would only help a thief",
                        "teacher_invitation.invited_by", "it is you"));
    }
}
