/** Privacy, terms and imprint: the texts of the installation. */
@NullMarked
package org.nabla.operation.notice;

import org.jspecify.annotations.NullMarked;
