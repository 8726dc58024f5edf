/** From term to term: a course is copied with its dates on other days. */
@NullMarked
package org.nabla.classroom.term;

import org.jspecify.annotations.NullMarked;
