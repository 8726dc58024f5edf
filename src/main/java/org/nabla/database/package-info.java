/** The PostgreSQL that the application starts for itself where none is configured. */
@NullMarked
package org.nabla.database;

import org.jspecify.annotations.NullMarked;
