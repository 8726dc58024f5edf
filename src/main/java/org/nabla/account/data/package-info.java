/** What the site keeps of a user, all of it: shown, given out in one file, and deleted on request. */
@NullMarked
package org.nabla.account.data;

import org.jspecify.annotations.NullMarked;
