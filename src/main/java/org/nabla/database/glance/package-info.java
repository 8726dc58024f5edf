/** What one page reads of the database: in one transaction, and each thing once. */
@NullMarked
package org.nabla.database.glance;

import org.jspecify.annotations.NullMarked;
