/** What the site is, under which licence it is given, and what it is made of. */
@NullMarked
package org.nabla.web.about;

import org.jspecify.annotations.NullMarked;
