/** What the answers of all learners say together: how hard things are, how good predictions were, and what teaches. */
@NullMarked
package org.nabla.progress.prediction;

import org.jspecify.annotations.NullMarked;
