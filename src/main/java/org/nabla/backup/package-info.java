/** All that is kept, as one file, and back again: for disasters, for moves, and for a newer PostgreSQL. */
@NullMarked
package org.nabla.backup;

import org.jspecify.annotations.NullMarked;
