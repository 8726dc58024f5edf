/** The form of a template: its fields as texts, read from the YAML and written back into it. */
@NullMarked
package org.nabla.authoring.form;

import org.jspecify.annotations.NullMarked;
