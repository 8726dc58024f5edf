/** What a formula of an author asks for, by the name of the function: all of the algebra behind one door. */
@NullMarked
package org.nabla.math.formula;

import org.jspecify.annotations.NullMarked;
