/** Which course of a platform is which course here, and who came by it. */
@NullMarked
package org.nabla.lti.place;

import org.jspecify.annotations.NullMarked;
