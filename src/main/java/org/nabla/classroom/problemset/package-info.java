/** Problem sets: what a course is set to do, in which order, and worksheets of it. */
@NullMarked
package org.nabla.classroom.problemset;

import org.jspecify.annotations.NullMarked;
