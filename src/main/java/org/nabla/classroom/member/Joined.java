package org.nabla.classroom.member;

/** Told when somebody comes or comes back into a course as a learner, in the transaction in which they do. */
public record Joined(long course) {}
