/** How long what is kept, and the job that removes it. */
@NullMarked
package org.nabla.operation.retention;

import org.jspecify.annotations.NullMarked;
