/** Makes a project concrete: draws clean data, computes keys and slips, and writes numbers into its sentences. */
@NullMarked
package org.nabla.project.making;

import org.jspecify.annotations.NullMarked;
