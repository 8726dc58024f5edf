/** How the exercises of an assignment did: which tell much of their learners, which are too easy, and which numbers are harder. */
@NullMarked
package org.nabla.gradebook.items;

import org.jspecify.annotations.NullMarked;
