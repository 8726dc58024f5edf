/** Letters by mail: how they look, and their way to the server of mail. Without settings there is no mail, and no page speaks of it. */
@NullMarked
package org.nabla.mail;

import org.jspecify.annotations.NullMarked;
