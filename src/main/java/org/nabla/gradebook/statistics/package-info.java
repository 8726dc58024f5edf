/** Statistics of small numbers, as pure functions: shares, correlations, and tests that hold for few learners. */
@NullMarked
package org.nabla.gradebook.statistics;

import org.jspecify.annotations.NullMarked;
