package org.nabla.math.symja;

/** What was asked, or what was found, has no form on the other side. */
final class UnsupportedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnsupportedException(String what) {
        super(what, null, false, false);
    }
}
