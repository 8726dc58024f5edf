/** Registration that the platform leads through: it opens a page here, and both tell each other their addresses. */
@NullMarked
package org.nabla.lti.dynamic;

import org.jspecify.annotations.NullMarked;
