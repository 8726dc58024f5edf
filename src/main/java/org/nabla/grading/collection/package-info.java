/** Answers that are lists or sets of values. */
@NullMarked
package org.nabla.grading.collection;

import org.jspecify.annotations.NullMarked;
