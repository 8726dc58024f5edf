package org.nabla.math.symja.wire;

/** What was asked, or what was found, has no form on the other side. */
public final class UnsupportedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public UnsupportedException(String what) {
        super(what, null, false, false);
    }
}
