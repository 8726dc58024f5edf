/** Templates that teachers wrote: their versions in the database, and the shelf on which they stand. */
@NullMarked
package org.nabla.authoring.template;

import org.jspecify.annotations.NullMarked;
