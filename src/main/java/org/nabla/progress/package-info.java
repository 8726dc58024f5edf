/** What a learner has done and can do: attempts, mastery, review. */
@NullMarked
package org.nabla.progress;

import org.jspecify.annotations.NullMarked;
