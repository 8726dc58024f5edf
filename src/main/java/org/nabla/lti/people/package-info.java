/** Whose account is whose in a platform, and how it goes to an account that somebody had before. */
@NullMarked
package org.nabla.lti.people;

import org.jspecify.annotations.NullMarked;
