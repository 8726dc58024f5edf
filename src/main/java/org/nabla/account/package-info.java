/**
 * Users and guests, and what they may.
 *
 * <p>Its rooms: {@code session} knows who sends a request, {@code password} keeps and checks passwords, {@code door} lets people in; {@code own} has
 * the pages on which somebody changes what is known of them, {@code operator} those of whoever runs the site; {@code factor} is the
 * second step, {@code data} export and deletion, {@code mail} confirmed addresses and what is sent to them.
 */
@NullMarked
package org.nabla.account;

import org.jspecify.annotations.NullMarked;
