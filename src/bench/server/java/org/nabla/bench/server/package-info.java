/** Bare endpoints beside which the pages are measured: a part of the application in the bench alone. */
@NullMarked
package org.nabla.bench.server;

import org.jspecify.annotations.NullMarked;
