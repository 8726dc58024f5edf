/** Pages for paper, as PDF: prose, formulas and figures without a browser. */
@NullMarked
package org.nabla.paper;

import org.jspecify.annotations.NullMarked;
