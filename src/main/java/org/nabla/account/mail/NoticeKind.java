package org.nabla.account.mail;

/** Of what somebody can be told by mail. */
public enum NoticeKind {
    DUE("What is due by the end of tomorrow", "Due soon", false),
    MARK("New marks, once you may see them", "New marks", true),
    NOTE("Notes from your teachers", "From your teachers", true),
    REVIEWS("On Mondays, the skills to review in the week", "To review this week", false);

    private final String choice;
    private final String title;
    private final boolean knownAtFirst;

    NoticeKind(String choice, String title, boolean knownAtFirst) {
        this.choice = choice;
        this.title = title;
        this.knownAtFirst = knownAtFirst;
    }

    /** As the page says it on which it is chosen. */
    public String choice() {
        return choice;
    }

    /** Above such notices in a letter. */
    String title() {
        return title;
    }

    /** Whether what is there when somebody begins to want such notices is no news. */
    boolean knownAtFirst() {
        return knownAtFirst;
    }
}
