/** Whether an answer has the form that was asked: factored, expanded, simplified. */
@NullMarked
package org.nabla.grading.form;

import org.jspecify.annotations.NullMarked;
