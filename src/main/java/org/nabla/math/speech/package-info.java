/** Trees as words, for those who listen to a page. */
@NullMarked
package org.nabla.math.speech;

import org.jspecify.annotations.NullMarked;
