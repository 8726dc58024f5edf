package org.nabla.math;

/** Ends work whose thread was told to stop: an author's formula may ask for more than anybody wants to wait for. */
public final class StopRequest {

    private StopRequest() {}

    /** @throws CalculusException if this thread was interrupted; it stays so */
    public static void heed() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CalculusException("This takes too long.");
        }
    }
}
