/** The keys with which Nabla signs what it tells platforms, and their renewal. */
@NullMarked
package org.nabla.lti.key;

import org.jspecify.annotations.NullMarked;
