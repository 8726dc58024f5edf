/** Answer keys of every kind, and the verdict on what a learner typed. Plain Java; knows nothing of exercises. */
@NullMarked
package org.nabla.grading;

import org.jspecify.annotations.NullMarked;
