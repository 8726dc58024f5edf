/**
 * Projects: guided work with the learner's own data and program. {@code workshop} draws and solves, {@code template} is what a
 * file says, {@code reading} reads it, {@code catalogue} holds the files.
 */
@NullMarked
package org.nabla.project;

import org.jspecify.annotations.NullMarked;
