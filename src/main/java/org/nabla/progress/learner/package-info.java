/** What is concluded of a learner: the evidence of each answer, and the state of each skill that follows from it. */
@NullMarked
package org.nabla.progress.learner;

import org.jspecify.annotations.NullMarked;
