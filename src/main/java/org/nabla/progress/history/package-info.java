/** The page on which a learner sees what they have done, and what became of it. */
@NullMarked
package org.nabla.progress.history;

import org.jspecify.annotations.NullMarked;
