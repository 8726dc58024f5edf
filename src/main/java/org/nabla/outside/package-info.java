/**
 * Calls to other servers, whose addresses somebody typed, and messages that they sign: no call leads into the own network, none
 * takes long or much, and no message is believed before every check. Learning platforms and the sign-on of schools share it.
 */
@NullMarked
package org.nabla.outside;

import org.jspecify.annotations.NullMarked;
