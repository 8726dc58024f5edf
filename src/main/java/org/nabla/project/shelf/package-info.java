/** The pages on which projects are found and begun, with their data and pictures. */
@NullMarked
package org.nabla.project.shelf;

import org.jspecify.annotations.NullMarked;
