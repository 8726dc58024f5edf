package org.nabla.progress;

/** The maker of exercises that nobody waits for. */
public record QuietMaker(ExerciseMaker maker) {}
