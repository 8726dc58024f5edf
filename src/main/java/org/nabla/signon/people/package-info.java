/** Whose account is whose for a provider, what follows from what it says of them, and how they see it. */
@NullMarked
package org.nabla.signon.people;

import org.jspecify.annotations.NullMarked;
