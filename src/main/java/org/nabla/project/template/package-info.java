/** What the file of a project says, read and checked for form, before data are known. */
@NullMarked
package org.nabla.project.template;

import org.jspecify.annotations.NullMarked;
