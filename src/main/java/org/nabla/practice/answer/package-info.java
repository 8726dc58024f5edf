/** What is typed, read and judged, and how boxes, readings and verdicts are shown. */
@NullMarked
package org.nabla.practice.answer;

import org.jspecify.annotations.NullMarked;
