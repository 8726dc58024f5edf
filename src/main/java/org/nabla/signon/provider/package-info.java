/** Who may say who somebody is: entered by whoever runs the site, and asked by the standard where its doors are. */
@NullMarked
package org.nabla.signon.provider;

import org.jspecify.annotations.NullMarked;
