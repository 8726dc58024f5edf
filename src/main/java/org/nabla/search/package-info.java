/** Finding skills, lessons and exercises by words, however they are spelled. */
@NullMarked
package org.nabla.search;

import org.jspecify.annotations.NullMarked;
