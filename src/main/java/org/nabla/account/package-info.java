/** Learners and teachers: guests, sign-up, sign-in, sessions and passwords. */
@NullMarked
package org.nabla.account;

import org.jspecify.annotations.NullMarked;
