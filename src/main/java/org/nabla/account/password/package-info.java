/** Passwords: hashed, checked, recovered and given once, with guessing made slow. */
@NullMarked
package org.nabla.account.password;

import org.jspecify.annotations.NullMarked;
