/** The projects that come with the program. */
@NullMarked
package org.nabla.project.catalogue;

import org.jspecify.annotations.NullMarked;
