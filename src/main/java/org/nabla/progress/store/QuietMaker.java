package org.nabla.progress.store;

/** The maker of exercises that nobody waits for. */
public record QuietMaker(ExerciseMaker maker) {}
