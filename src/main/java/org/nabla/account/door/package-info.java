/** The door: signing up and in, the second step, and those whom somebody else vouches for. */
@NullMarked
package org.nabla.account.door;

import org.jspecify.annotations.NullMarked;
