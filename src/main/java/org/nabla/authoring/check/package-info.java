/** The checks of written templates, one after the other in the background. */
@NullMarked
package org.nabla.authoring.check;

import org.jspecify.annotations.NullMarked;
