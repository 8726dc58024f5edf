/** Of what people are told by mail: what is due, marks, notes and reviews, each by the rules of the page on which it stands. */
@NullMarked
package org.nabla.notice;

import org.jspecify.annotations.NullMarked;
