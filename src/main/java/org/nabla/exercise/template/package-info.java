/** A template as it was read: its draws, formulas, prose, figure and verification. */
@NullMarked
package org.nabla.exercise.template;

import org.jspecify.annotations.NullMarked;
