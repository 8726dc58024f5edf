/** What every page shares: layout, assets, security headers, error pages, formats. */
@NullMarked
package org.nabla.web;

import org.jspecify.annotations.NullMarked;
