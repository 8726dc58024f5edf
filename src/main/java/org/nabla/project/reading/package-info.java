/** Reads the files of projects, with every error at its line and column. */
@NullMarked
package org.nabla.project.reading;

import org.jspecify.annotations.NullMarked;
