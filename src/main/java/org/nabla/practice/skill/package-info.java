/** The pages of skills, and the exercises in each. */
@NullMarked
package org.nabla.practice.skill;

import org.jspecify.annotations.NullMarked;
