package org.nabla.account;

/** Who: a signed-up user or a guest. */
public record UserId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
