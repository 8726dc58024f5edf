/** Courses for programs of those who teach them, by a token: as the pages show them, with the same rights and the same log. */
@NullMarked
package org.nabla.api.course;

import org.jspecify.annotations.NullMarked;
