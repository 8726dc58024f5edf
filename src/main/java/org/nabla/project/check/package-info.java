/** What is checked of every project: keys, slips, Python and words over many seeds. */
@NullMarked
package org.nabla.project.check;

import org.jspecify.annotations.NullMarked;
