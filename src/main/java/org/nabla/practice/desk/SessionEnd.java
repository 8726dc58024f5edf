package org.nabla.practice.desk;

/** What became of the learner's session while the page was open. */
enum SessionEnd {
    NONE,
    /** They were signed in when the page was made, and are no more. */
    SIGNED_OUT,
    /** They have signed in again, and what they typed before is back in its boxes. */
    OVER
}
