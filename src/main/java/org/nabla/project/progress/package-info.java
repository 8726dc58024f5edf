/** Runs through projects: what is kept of them, and how far they are. */
@NullMarked
package org.nabla.project.progress;

import org.jspecify.annotations.NullMarked;
