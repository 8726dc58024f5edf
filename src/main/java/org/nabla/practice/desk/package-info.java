/** The desk at which an exercise is shown and answered, under the rules of whatever it is answered for. */
@NullMarked
package org.nabla.practice.desk;

import org.jspecify.annotations.NullMarked;
