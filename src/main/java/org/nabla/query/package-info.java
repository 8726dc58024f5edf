/** Rows of a query as records: a column becomes what the component of its place says. */
@NullMarked
package org.nabla.query;

import org.jspecify.annotations.NullMarked;
