/** The page on which an exercise is answered, and the choice of what comes next. */
@NullMarked
package org.nabla.practice;

import org.jspecify.annotations.NullMarked;
