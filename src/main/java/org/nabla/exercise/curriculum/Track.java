package org.nabla.exercise.curriculum;

import java.util.List;

/** A way through the curriculum for one purpose. */
public record Track(String id, String name, String what, List<SkillId> skills) {}
