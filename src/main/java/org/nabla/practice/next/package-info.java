/** What is best practised next, and why. */
@NullMarked
package org.nabla.practice.next;

import org.jspecify.annotations.NullMarked;
