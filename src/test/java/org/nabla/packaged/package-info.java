/** The application as it is shipped, in processes of its own, for tests and measurements of whole installations. */
@NullMarked
package org.nabla.packaged;

import org.jspecify.annotations.NullMarked;
