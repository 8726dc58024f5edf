/**
 * The sign-on of a school, by OpenID Connect: its people come in without a password of ours.
 *
 * <p>Its rooms: {@code provider} knows who may say who somebody is; {@code people} whose account is whose; {@code door} leads there
 * and back, with every check, and out.
 *
 * <p>It does not use {@code quarkus-oidc}, for four reasons. That keeps a session of its own in a cookie beside ours, which our pages
 * of devices, the code beside the password and the end of an account would not know. It keeps who was signed out by the provider in
 * the memory of one instance, where sites have several. It calls addresses that somebody typed without the guard of
 * {@code outside}. And what it refuses, it refuses without words. What is needed of JOSE, the library that launches use has.
 */
@NullMarked
package org.nabla.signon;

import org.jspecify.annotations.NullMarked;
