/** The exercises that were made: kept in the database, made before anybody asks, confirmed or doubted. */
@NullMarked
package org.nabla.progress.store;

import org.jspecify.annotations.NullMarked;
