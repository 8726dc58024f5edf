package org.nabla.web.address;

/**
 * Addresses to which others send forms, which cannot have the token of our own. Each feature that has some is a bean of this type,
 * and guards them otherwise.
 */
public interface Doorway {

    boolean leadsTo(String path);
}
