/** YAML files as templates, with every error at its line and column. */
@NullMarked
package org.nabla.exercise.reading;

import org.jspecify.annotations.NullMarked;
