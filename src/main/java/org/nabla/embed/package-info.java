/** One exercise in the frame of another page or of a notebook: no account, no cookie, and nothing kept. */
@NullMarked
package org.nabla.embed;

import org.jspecify.annotations.NullMarked;
