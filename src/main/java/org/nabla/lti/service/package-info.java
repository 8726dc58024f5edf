/** What a platform can be asked and told: tokens, its members, its line items and scores. */
@NullMarked
package org.nabla.lti.service;

import org.jspecify.annotations.NullMarked;
