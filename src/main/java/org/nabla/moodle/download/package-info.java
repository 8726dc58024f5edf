/** Where teachers take exercises to Moodle: of a problem set, of an assignment, of a template. */
@NullMarked
package org.nabla.moodle.download;

import org.jspecify.annotations.NullMarked;
