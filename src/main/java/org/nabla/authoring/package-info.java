/** Exercise templates that teachers write: editor, previews, checks, versions, and with whom they are shared. */
@NullMarked
package org.nabla.authoring;

import org.jspecify.annotations.NullMarked;
