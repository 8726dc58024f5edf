package org.nabla.exercise.curriculum;

import java.util.List;

/**
 * A large part of the curriculum, such as partial differentiation.
 *
 * @param id its name in addresses, and the folder of its exercises
 * @param skills in the order in which they are learnt
 */
public record Area(String id, String title, List<Skill> skills) {}
