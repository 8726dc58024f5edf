/** What those who run the site look at and do. */
@NullMarked
package org.nabla.operation;

import org.jspecify.annotations.NullMarked;
