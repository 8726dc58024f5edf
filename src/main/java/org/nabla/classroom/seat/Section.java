package org.nabla.classroom.seat;

/** A group of a course, with dates of its own where it has any. */
public record Section(long id, String title) {}
