/** The check-in: a few exercises that place a newcomer on the map. What comes out of it is a starting guess. */
@NullMarked
package org.nabla.progress.checkin;

import org.jspecify.annotations.NullMarked;
