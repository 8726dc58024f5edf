package org.nabla.classroom.roster;

/** A file as it was brought. */
public record RosterFile(String name, byte[] bytes) {}
