/** Projects that teachers copied and changed, each checked before learners get it. */
@NullMarked
package org.nabla.project.own;

import org.jspecify.annotations.NullMarked;
