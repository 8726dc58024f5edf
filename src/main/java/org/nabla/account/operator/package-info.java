/** What those who run the site see and do of accounts, with a log of it, and who may teach. */
@NullMarked
package org.nabla.account.operator;

import org.jspecify.annotations.NullMarked;
