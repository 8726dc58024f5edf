package org.nabla.account;

/** What somebody may do beyond their own work. */
public enum Role {
    LEARNER,
    /** May open courses, and read keys, worked ways and texts of templates. What they may do in a course, the course says. */
    TEACHER,
    /** Runs this site, as {@code nabla.account.operators} says; is a teacher too. */
    OPERATOR;

    /** For {@code @RolesAllowed}: whoever signed in; guests do not. */
    public static final String LEARNERS = "LEARNER";
    /** For {@code @RolesAllowed}: whoever may teach. */
    public static final String TEACHERS = "TEACHER";
    /** For {@code @RolesAllowed}: whoever runs the site; for all others there is no such page. */
    public static final String OPERATORS = "OPERATOR";
}
