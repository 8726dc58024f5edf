/** Exercises as questions of Moodle, as far as Moodle can ask them: the XML format of its question bank. */
@NullMarked
package org.nabla.moodle;

import org.jspecify.annotations.NullMarked;
