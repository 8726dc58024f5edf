package org.nabla.progress.store;

/** What is known of a stored exercise. */
enum ExerciseStanding {
    /** Not confirmed yet: it was made before that was asked. */
    OPEN,
    CONFIRMED,
    /** Another route finds something else: it is not served, and whoever runs the site sees why. */
    DISPUTED,
    /** Another one took its place; it is kept for those who met it. */
    WITHDRAWN
}
