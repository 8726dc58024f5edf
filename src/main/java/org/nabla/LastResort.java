package org.nabla;

import java.util.function.IntConsumer;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Ends the process when memory has run out, as {@code -XX:+ExitOnOutOfMemoryError} does, where it was started without that.
 * After such an error threads are missing that nobody misses until much later; a fresh start takes seconds, and loses nothing that
 * was acknowledged. Sees what is logged and what no thread caught.
 */
final class LastResort extends Handler implements Thread.UncaughtExceptionHandler {

    /** The same as the Java machine's own. */
    static final int CODE = 3;

    private static final int DEEPEST = 30;
    private static final String WORDS =
            "Out of memory: this process ends, so that a fresh one can start. Give it more with -Xmx.";

    private final IntConsumer end;

    /** @param end ends the process at once with this code */
    LastResort(IntConsumer end) {
        this.end = end;
    }

    /** From now on the process ends where one of its threads has no memory. */
    static void watch() {
        var lastResort = new LastResort(Runtime.getRuntime()::halt);
        java.util.logging.Logger.getLogger("").addHandler(lastResort);
        Thread.setDefaultUncaughtExceptionHandler(lastResort);
    }

    @Override
    public void publish(LogRecord record) {
        endIfOutOfMemory(record.getThrown());
    }

    @Override
    public void uncaughtException(Thread thread, Throwable failure) {
        endIfOutOfMemory(failure);
        Logger.getLogger(LastResort.class).errorf(failure, "Thread %s ended", thread.getName());
    }

    /** Without making any object: there may be no room for one. */
    private void endIfOutOfMemory(@Nullable Throwable failure) {
        @Nullable Throwable cause = failure;
        for (var depth = 0; cause != null && depth < DEEPEST; depth++, cause = cause.getCause()) {
            if (cause instanceof OutOfMemoryError) {
                try {
                    System.err.println(WORDS);
                } finally {
                    end.accept(CODE);
                }
                return;
            }
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
