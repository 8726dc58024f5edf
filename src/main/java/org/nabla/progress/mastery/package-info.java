/**
 * What is known of what a learner can do, as plain mathematics: how likely they are to be right, and when they are about to
 * forget. Nothing here knows of the database or the clock, and the same log of answers gives the same state bit for bit.
 */
@NullMarked
package org.nabla.progress.mastery;

import org.jspecify.annotations.NullMarked;
