/** A teacher in a platform picks what a link there is to open. */
@NullMarked
package org.nabla.lti.deeplink;

import org.jspecify.annotations.NullMarked;
