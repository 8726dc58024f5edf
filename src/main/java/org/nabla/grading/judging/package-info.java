/** What all kinds of answer work with: comparing, judging, reading with the declared names. */
@NullMarked
package org.nabla.grading.judging;

import org.jspecify.annotations.NullMarked;
