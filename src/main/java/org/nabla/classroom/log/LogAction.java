package org.nabla.classroom.log;

/** What is written into the log of a course. The words stand between who did it and to whom. */
public enum LogAction {
    COURSE_OPENED("opened the course"),
    COURSE_CHANGED("changed the course"),
    COURSE_ARCHIVED("archived the course"),
    COURSE_RESTORED("took the course out of the archive"),
    CODE_CHANGED("changed the join code"),
    JOINED("joined"),
    LEFT("left"),
    REMOVED("removed"),
    READMITTED("took back in"),
    LEARNER_INVITED("asked to learn in the course:"),
    EARLIER_ADDED("added from an earlier course"),
    ROSTER_IMPORTED("imported a roster"),
    PASSWORD_GIVEN("made a new one-time password for"),
    TEACHER_INVITED("invited somebody to teach"),
    INVITATION_WITHDRAWN("withdrew an invitation to teach"),
    TEACHER_JOINED("became co-teacher"),
    ASSISTANT_JOINED("became assistant"),
    ASSISTANT_ASSIGNED("changed the sections of the assistant"),
    TEACHER_LEFT("stopped teaching"),
    TEACHER_REMOVED("removed from those who teach:"),
    HANDED_OVER("handed the course over to"),
    ASSIGNMENT_CHANGED("changed an assignment"),
    SECTION_CHANGED("changed a section"),
    MOVED("moved to a section"),
    ACCOMMODATED("set the times in all assignments of"),
    EXTENSION_GIVEN("gave an extension to"),
    EXTENSIONS_GIVEN("gave more time to many"),
    LATE_DAY("used a late day"),
    MARK_OVERRIDDEN("overrode a mark of"),
    MARKS_RECOMPUTED("had marks computed anew"),
    NOTE_SENT("left a note on exercise pages"),
    EXPORTED("exported marks"),
    TEMPLATE_SHARED("shared a template with the course");

    private final String words;

    LogAction(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
