/** Projects as problem sets of a course. */
@NullMarked
package org.nabla.project.teaching;

import org.jspecify.annotations.NullMarked;
