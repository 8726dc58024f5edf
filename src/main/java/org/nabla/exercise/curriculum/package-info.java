/** Skills, areas and tracks, and what each skill needs. */
@NullMarked
package org.nabla.exercise.curriculum;

import org.jspecify.annotations.NullMarked;
