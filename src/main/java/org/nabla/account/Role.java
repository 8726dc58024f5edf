package org.nabla.account;

/** What somebody may do beyond their own work. */
public enum Role {
    LEARNER,
    /** Has opened a course. What they may do there, the course says. */
    TEACHER,
    /** Runs this site, as {@code nabla.account.operators} says. */
    OPERATOR
}
