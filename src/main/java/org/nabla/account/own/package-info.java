/** The pages on which somebody changes what the site knows of them, and the end of an account. */
@NullMarked
package org.nabla.account.own;

import org.jspecify.annotations.NullMarked;
