/** What is said where something went wrong: refusals, outages, too much at once. */
@NullMarked
package org.nabla.web.trouble;

import org.jspecify.annotations.NullMarked;
