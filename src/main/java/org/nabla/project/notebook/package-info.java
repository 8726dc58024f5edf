/** What a learner takes to their own machine: data as CSV and Python, a notebook, and a plain program. */
@NullMarked
package org.nabla.project.notebook;

import org.jspecify.annotations.NullMarked;
