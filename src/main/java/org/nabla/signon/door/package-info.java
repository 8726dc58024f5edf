/** The way to a provider and back, every check of what comes, and the way out. */
@NullMarked
package org.nabla.signon.door;

import org.jspecify.annotations.NullMarked;
