/** Problem sets and assignments: what a course is set to do, until when, by which rules, and what each answer is worth. */
@NullMarked
package org.nabla.classroom.assignment;

import org.jspecify.annotations.NullMarked;
