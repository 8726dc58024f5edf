/** The mathematics of projects: data drawn by integers, and keys and slips computed by fixed loops in doubles. */
@NullMarked
package org.nabla.project.workshop;

import org.jspecify.annotations.NullMarked;
