/**
 * Templates that teachers write: the pages on which they edit, look and share.
 *
 * <p>Its rooms: {@code template} keeps them and their versions, {@code check} checks them in the background, {@code form} has the fields beside
 * the text.
 */
@NullMarked
package org.nabla.authoring;

import org.jspecify.annotations.NullMarked;
