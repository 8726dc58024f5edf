/** Whoever sends a request: sessions and their cookies, and the browsers in which somebody is signed in. */
@NullMarked
package org.nabla.account.session;

import org.jspecify.annotations.NullMarked;
