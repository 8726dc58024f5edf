/** LaTeX as MathML. Knows no expression: what stands in the source is set, and nothing is computed. */
@NullMarked
package org.nabla.typesetting;

import org.jspecify.annotations.NullMarked;
