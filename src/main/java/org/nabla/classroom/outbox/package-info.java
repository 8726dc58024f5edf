/** The way of marks from learners to the tables of their courses. */
@NullMarked
package org.nabla.classroom.outbox;

import org.jspecify.annotations.NullMarked;
