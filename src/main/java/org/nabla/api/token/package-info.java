/** Personal tokens, by which programs of teachers come in: made, shown once, listed, ended. */
@NullMarked
package org.nabla.api.token;

import org.jspecify.annotations.NullMarked;
