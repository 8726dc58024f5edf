/** The pages on which projects are worked through, with the learner's own data. */
@NullMarked
package org.nabla.project.run;

import org.jspecify.annotations.NullMarked;
