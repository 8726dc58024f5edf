/** Addresses: of the site, of pages in it, and of those who call, and what may be framed. */
@NullMarked
package org.nabla.web.address;

import org.jspecify.annotations.NullMarked;
