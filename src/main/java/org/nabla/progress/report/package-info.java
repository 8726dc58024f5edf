/** "I think I am right": verdicts that learners doubt, and what those who run the site answer. */
@NullMarked
package org.nabla.progress.report;

import org.jspecify.annotations.NullMarked;
