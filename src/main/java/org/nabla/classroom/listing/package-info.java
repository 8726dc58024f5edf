/** Assignments as lists, the form by which one is given, and what a change does to marks before it is done. */
@NullMarked
package org.nabla.classroom.listing;

import org.jspecify.annotations.NullMarked;
