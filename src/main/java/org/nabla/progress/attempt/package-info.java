/** What was answered: attempts with their responses, and what of them learners are not told yet. */
@NullMarked
package org.nabla.progress.attempt;

import org.jspecify.annotations.NullMarked;
