/** The mistakes that a course makes: wrong responses grouped by what they mean. */
@NullMarked
package org.nabla.gradebook.mistakes;

import org.jspecify.annotations.NullMarked;
