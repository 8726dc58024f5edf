/** The first page. */
@NullMarked
package org.nabla.practice.home;

import org.jspecify.annotations.NullMarked;
