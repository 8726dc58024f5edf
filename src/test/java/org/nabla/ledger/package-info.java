/** The ledger of verdicts: what the checker says of every case of the tables, kept beside the code. */
@NullMarked
package org.nabla.ledger;

import org.jspecify.annotations.NullMarked;
