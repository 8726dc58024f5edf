/** Who is let in when more comes than can be done at once: by kind, by turns among addresses, and past that a refusal in words. */
@NullMarked
package org.nabla.web.admission;

import org.jspecify.annotations.NullMarked;
