package org.nabla.web.page;

/**
 * Who looks at the page, as far as its head needs to know. The package of accounts gives the real one, as a request scoped
 * bean; without it {@link UnknownVisitor} stands in.
 */
public interface Visitor {

    /** Whether there is an account and it is open. */
    boolean isSignedIn();

    /** Whether there is work to keep, but no account. */
    boolean isGuest();

    /** The name to show; empty for all but the signed in. */
    String getName();

    /** Whether they may teach. */
    boolean isTeacher();

    /** Whether they run the site. */
    boolean isOperator();

    /** Whether they write numbers with a decimal comma. */
    boolean writesWithComma();
}
