package org.nabla.classroom;

/**
 * Told when a course goes for good, in the transaction in which it does and before its row is gone: whoever keeps something of it that
 * is not with the course removes that.
 */
public record CourseRemoved(long course) {}
