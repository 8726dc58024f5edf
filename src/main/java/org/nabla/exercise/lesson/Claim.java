package org.nabla.exercise.lesson;

import org.nabla.exercise.Place;
import org.nabla.exercise.template.Verification;

/**
 * Something that a lesson asserts and the build proves.
 *
 * @param says a piece of the lesson's text, word for word
 * @param holds what is tried, in doubles
 */
public record Claim(String says, Verification holds, Place place) {}
