/** The pages on which assignments are made, done and looked at. */
@NullMarked
package org.nabla.classroom.work;

import org.jspecify.annotations.NullMarked;
