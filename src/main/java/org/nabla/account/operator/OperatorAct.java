package org.nabla.account.operator;

/** What those who run the site do. The words stand between who did it and to whom or what. */
public enum OperatorAct {
    PASSWORD_RESET("gave a one-time password to"),
    SECOND_STEP_REMOVED("asks for no code any more of"),
    SIGNED_OUT("signed out everywhere:"),
    DISABLED("closed the account of"),
    ENABLED("opened the account again of"),
    TEACHER_MADE("made a teacher of"),
    TEACHER_ENDED("took teaching back from"),
    COURSE_HANDED_OVER("handed a course over to"),
    REPORT_ANSWERED("answered a report"),
    PLATFORM_ADDED("entered a learning platform"),
    PLATFORM_CHANGED("changed a learning platform"),
    PLATFORM_REMOVED("removed a learning platform"),
    KEYS_CHANGED("changed the keys for learning platforms"),
    PROVIDER_ADDED("entered a sign-on"),
    PROVIDER_CHANGED("changed a sign-on"),
    PROVIDER_REMOVED("removed a sign-on");

    private final String words;

    OperatorAct(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
