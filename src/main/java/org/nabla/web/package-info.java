/**
 * What all pages share.
 *
 * <p>Its rooms: {@code page} knows who looks, {@code address} where the site and its callers are, {@code form} what was typed, {@code trouble} what is
 * said where something went wrong; {@code admission} keeps out what is too much; {@code prose} and {@code figure} write HTML, {@code
 * about} says what the site is made of.
 */
@NullMarked
package org.nabla.web;

import org.jspecify.annotations.NullMarked;
