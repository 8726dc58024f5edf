/** Forms: what was typed, what is wrong with it, and time zones to choose from. */
@NullMarked
package org.nabla.web.form;

import org.jspecify.annotations.NullMarked;
