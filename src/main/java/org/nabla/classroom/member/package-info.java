/** The people and the sections of a course, and how they come and go. */
@NullMarked
package org.nabla.classroom.member;

import org.jspecify.annotations.NullMarked;
