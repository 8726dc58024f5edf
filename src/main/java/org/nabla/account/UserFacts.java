package org.nabla.account;

import java.util.List;

/** What one feature knows of somebody that helps whoever runs the site to help them. Each feature that knows some is a bean of this type. */
public interface UserFacts {

    /**
     * A group of lines.
     *
     * @param title what they are
     * @param none what is said where there is none
     */
    record Group(String title, List<Fact> facts, String none) {}

    /** One line. @param more in fewer words, beside it; may be empty */
    record Fact(String text, String more) {}

    Group of(UserId user);
}
