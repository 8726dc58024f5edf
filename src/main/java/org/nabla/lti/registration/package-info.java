/** The platforms that may open Nabla, and the page on which whoever runs the site enters them. */
@NullMarked
package org.nabla.lti.registration;

import org.jspecify.annotations.NullMarked;
