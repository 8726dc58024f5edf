/** The marks that platforms are to have, what became of them, and the page on which a teacher sees it. */
@NullMarked
package org.nabla.lti.outbox;

import org.jspecify.annotations.NullMarked;
