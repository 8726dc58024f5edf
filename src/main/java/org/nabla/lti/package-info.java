/**
 * Nabla as a tool of learning platforms such as Canvas and Moodle, by LTI 1.3: they open it, and get marks back.
 *
 * <p>Its rooms: {@code key} has the keys with which Nabla signs;
 * {@code registration} and {@code dynamic} know the platforms; {@code launch} checks what they send, {@code people} and
 * {@code place} know who is who and which course is which; {@code roster}, {@code service} and {@code outbox} ask who is there and
 * bring marks; {@code deeplink} lets a teacher pick links.
 */
@NullMarked
package org.nabla.lti;

import org.jspecify.annotations.NullMarked;
