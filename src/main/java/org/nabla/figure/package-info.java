/** The data of a figure as they travel between the server's rooms and to the page: lists, maps, numbers and texts. */
@NullMarked
package org.nabla.figure;

import org.jspecify.annotations.NullMarked;
