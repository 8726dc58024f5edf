/** Calls to the servers of platforms, whose addresses somebody typed: none leads into the own network, none takes long or much. */
@NullMarked
package org.nabla.lti.outside;

import org.jspecify.annotations.NullMarked;
