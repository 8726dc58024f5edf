package org.nabla.operation.retention;

import static org.nabla.operation.retention.RetentionRule.rows;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.nabla.account.data.IdleGuests;

/**
 * How long everything is kept that is not somebody's work: the one list, which the job runs, the page of operation and the page on
 * privacy show. Whoever adds a table whose rows run out adds a line. Work (attempts, marks, courses) is on no line: it stays until
 * its learner deletes the account, or its course goes.
 */
@Singleton
class RetentionRules {
    private static final Duration AT_ONCE = Duration.ZERO;
    /** With each goes all that they did. */
    private static final int GUESTS = 20;

    private static final Duration UNUSED = Duration.ofDays(7);
    private static final String ANSWERED = "exists (select 1 from submission t where t.learner_id = a.id)"
            + " or exists (select 1 from lesson_view v where v.learner_id = a.id and v.check_outcome is not null)";

    private final List<RetentionRule> rules;

    RetentionRules(IdleGuests guests) {
        rules = List.of(
                new RetentionRule(
                        "guests",
                        "Guests who do not come back, with all that they did",
                        days(guests.idle()) + " after the last visit",
                        "Whoever practices without an account finds their work again in the same browser so long.",
                        GUESTS,
                        (database, now, most) -> guests.remove(now, most)),
                new RetentionRule(
                        "unused-guests",
                        "Guests who have answered nothing",
                        days(UNUSED) + " after the last visit",
                        "What they chose or opened is there when they come back within the week.",
                        GUESTS,
                        (database, now, most) -> guests.removeUnused(now.minus(UNUSED), ANSWERED, most)),
                new RetentionRule(
                        "sessions",
                        "Sign-ins that nobody uses",
                        days(guests.sessionIdle()) + " after the last visit; of guests " + days(guests.idle()),
                        "So long somebody stays signed in.",
                        RetentionRule.ROWS,
                        rows("session", "t.expires_at <= :moment", AT_ONCE)),
                new RetentionRule(
                        "deletions",
                        "The numbers of accounts that were deleted, which name nobody",
                        "2 years",
                        "A backup that is restored may be from before a deletion: it is done again then.",
                        RetentionRule.ROWS,
                        rows("erased_account", "t.erased_at <= :moment", Duration.ofDays(730))),
                new RetentionRule(
                        "half-sign-ins",
                        "Sign-ins whose code did not come",
                        "10 minutes",
                        "Long enough to look for a telephone.",
                        RetentionRule.ROWS,
                        rows("half_sign_in", "t.expires_at <= :moment", AT_ONCE)),
                new RetentionRule(
                        "failures",
                        "Counts of failed sign-ins and of other attempts, under a hash that names nobody",
                        "1 day",
                        "They make guessing slow.",
                        RetentionRule.ROWS,
                        rows("sign_in_failure", "t.last_failed_at < :moment", Duration.ofDays(1))),
                new RetentionRule(
                        "teacher-invitations",
                        "Links by which teachers invite others to teach",
                        "7 days",
                        "So long they can be used.",
                        RetentionRule.ROWS,
                        rows("teacher_invitation", "t.expires_at <= :moment", AT_ONCE)),
                new RetentionRule(
                        "letters",
                        "Letters in the outbox of mail that were sent or given up",
                        "30 days",
                        "Whoever runs the site sees what did not arrive and why.",
                        RetentionRule.ROWS,
                        rows("mail_message", "t.state <> 'WAITING' and t.created_at <= :moment", Duration.ofDays(30))),
                new RetentionRule(
                        "letter-links",
                        "Links in letters, to confirm an address, to recover a password or to end notices",
                        "when they run out, which the letter says",
                        "So long they can be used.",
                        RetentionRule.ROWS,
                        rows("mail_link", "t.expires_at <= :moment", AT_ONCE)),
                new RetentionRule(
                        "learner-invitations",
                        "Invitations to learn in a course",
                        "30 days",
                        "So long they can be taken up.",
                        RetentionRule.ROWS,
                        rows("learner_invitation", "t.expires_at <= :moment", AT_ONCE)),
                new RetentionRule(
                        "teaching-invitations",
                        "Invitations to teach in a course",
                        "7 days",
                        "So long they can be taken up.",
                        RetentionRule.ROWS,
                        rows("teaching_invitation", "t.expires_at <= :moment", AT_ONCE)),
                new RetentionRule(
                        "api-tokens",
                        "Tokens for programs that have run out",
                        "30 days after their end",
                        "So long its owner sees in the list why a program is refused.",
                        RetentionRule.ROWS,
                        rows("api_token", "t.expires_at <= :moment", Duration.ofDays(30))),
                new RetentionRule(
                        "platform-logins",
                        "Launches from learning platforms that were begun",
                        "10 minutes",
                        "The browser brings them back at once; a second use is refused.",
                        RetentionRule.ROWS,
                        rows("lti_login", "t.expires_at <= :moment", AT_ONCE)),
                new RetentionRule(
                        "platform-links",
                        "Teachers’ picking of links for a learning platform",
                        "1 hour",
                        "So long the platform waits for what they pick.",
                        RetentionRule.ROWS,
                        rows("lti_deep_link", "t.expires_at <= :moment", AT_ONCE)),
                new RetentionRule(
                        "sign-ons-begun",
                        "Sign-ons of a school that were begun",
                        "10 minutes",
                        "The browser brings them back at once; a second use is refused.",
                        RetentionRule.ROWS,
                        rows("sign_on_begun", "t.expires_at <= :moment", AT_ONCE)),
                new RetentionRule(
                        "sign-on-sessions",
                        "Which sign-in came by which sign-on",
                        "when the sign-in ends",
                        "The school can end it by this.",
                        RetentionRule.ROWS,
                        rows(
                                "sign_on_session",
                                "t.since <= :moment and not exists (select 1 from session s where s.token_hash = t.token_hash)"
                                        + " and not exists (select 1 from half_sign_in h where h.token_hash = t.token_hash)",
                                AT_ONCE)),
                new RetentionRule(
                        "sign-on-endings",
                        "Messages by which a school ended sign-ins",
                        "until they run out",
                        "Each counts once.",
                        RetentionRule.ROWS,
                        rows("sign_on_ended", "t.expires_at <= :moment", AT_ONCE)),
                new RetentionRule(
                        "rosters",
                        "Rosters that were uploaded and not taken over",
                        "1 day",
                        "A teacher looks at the plan before it is done; names of people who may never come are not kept.",
                        RetentionRule.ROWS,
                        rows("roster_draft", "t.created_at <= :moment", Duration.ofDays(1))),
                new RetentionRule(
                        "platform-marks",
                        "Marks that a learning platform refused, in the outbox",
                        "1 year after the last try",
                        "A teacher can send them again. Marks that wait are tried for days; the newest that arrived stays with the"
                                + " course, so that it is not sent twice.",
                        RetentionRule.ROWS,
                        rows("lti_score", "t.state = 'REFUSED' and t.next_at <= :moment", Duration.ofDays(365))),
                new RetentionRule(
                        "exercises",
                        "Exercises that were made for one learner, for the laboratory or from an edition that was replaced, and that"
                                + " nobody has answered or opened help at",
                        days(UnusedExercises.AGE) + " after they were made, within some weeks",
                        "A page that shows one may be open so long. They say nothing of anybody.",
                        UnusedExercises.BATCH,
                        new UnusedExercises()),
                new RetentionRule(
                        "operator-log",
                        "The log of what those who run the site did",
                        "2 years",
                        "Whoever was concerned can ask what was done. The log of a course stays with the course.",
                        RetentionRule.ROWS,
                        rows("operator_log", "t.at <= :moment", Duration.ofDays(730))));
    }

    List<RetentionRule> all() {
        return rules;
    }

    private static String days(Duration time) {
        return time.toDays() + " days";
    }
}
