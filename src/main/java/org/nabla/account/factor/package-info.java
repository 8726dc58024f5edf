/** The second step at the door: codes from a telephone, and those on paper for the day it is lost. */
@NullMarked
package org.nabla.account.factor;

import org.jspecify.annotations.NullMarked;
