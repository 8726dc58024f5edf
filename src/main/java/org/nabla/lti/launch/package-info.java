/** How a platform opens Nabla: the login that the browser carries back and forth, and every check of what comes. */
@NullMarked
package org.nabla.lti.launch;

import org.jspecify.annotations.NullMarked;
