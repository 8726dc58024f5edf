package org.nabla.practice.desk;

/**
 * A message to one learner on the page of an exercise.
 *
 * @param from who writes, as a heading
 * @param text prose with mathematics between dollars
 * @param dismissal where a form says that it was read; blank where it stays
 */
public record PageNote(String from, String text, String dismissal) {}
