/** A course with made-up learners, that shows a teacher in a minute what a course is. */
@NullMarked
package org.nabla.teaching.demo;

import org.jspecify.annotations.NullMarked;
