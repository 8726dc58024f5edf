/** The page on which a learner sees what he has done, and what became of it. */
@NullMarked
package org.nabla.progress.history;

import org.jspecify.annotations.NullMarked;
