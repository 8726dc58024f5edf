/** Keeps the people of a course in step with those of a platform. */
@NullMarked
package org.nabla.lti.roster;

import org.jspecify.annotations.NullMarked;
