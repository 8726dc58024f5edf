/** Trees and requests as bytes, for the pipe between the application and a worker. */
@NullMarked
package org.nabla.math.symja.wire;

import org.jspecify.annotations.NullMarked;
