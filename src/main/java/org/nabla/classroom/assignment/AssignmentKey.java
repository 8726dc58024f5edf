package org.nabla.classroom.assignment;

/** What names an assignment in the database: with its course, by which what belongs to it is spread over machines. */
record AssignmentKey(long course, long id) {}
