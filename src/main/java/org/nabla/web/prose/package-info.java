/** Turns the prose of exercises into HTML. */
@NullMarked
package org.nabla.web.prose;

import org.jspecify.annotations.NullMarked;
