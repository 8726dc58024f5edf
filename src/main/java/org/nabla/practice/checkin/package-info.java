/** The pages of the check-in, which places a newcomer on the map. */
@NullMarked
package org.nabla.practice.checkin;

import org.jspecify.annotations.NullMarked;
