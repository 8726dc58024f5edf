package org.nabla.classroom.times;

import org.nabla.account.UserId;

/** Other times hold for a learner in all assignments of a course: marks follow, in the same transaction. */
public record TimesChanged(long course, UserId learner) {}
