/** What every page needs to know: who looks at it, and in which colors. */
@NullMarked
package org.nabla.web.page;

import org.jspecify.annotations.NullMarked;
