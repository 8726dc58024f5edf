/** The rules of marks: shares, late work, extensions, overrides. Computes and stores nothing. */
@NullMarked
package org.nabla.classroom.marking;

import org.jspecify.annotations.NullMarked;
