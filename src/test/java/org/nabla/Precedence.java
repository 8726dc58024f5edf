package org.nabla;

import java.util.Optional;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/**
 * Tests of pages come first where the processor is short: they run one after the other and are the longest way of a run, and beside
 * them run those of the core, which yield. Where the virtual machine has no priorities, nothing changes.
 */
public final class Precedence implements TestExecutionListener {

    @Override
    public void executionStarted(TestIdentifier test) {
        if (yields(test)) {
            Thread.currentThread().setPriority(Thread.MIN_PRIORITY);
        }
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (yields(test)) {
            Thread.currentThread().setPriority(Thread.NORM_PRIORITY);
        }
    }

    private static boolean yields(TestIdentifier test) {
        return test.getSource()
                .filter(ClassSource.class::isInstance)
                .map(source -> ((ClassSource) source).getJavaClass())
                .filter(type -> ofMode(type).isEmpty())
                .isPresent();
    }

    private static Optional<Execution> ofMode(Class<?> type) {
        return AnnotationSupport.findAnnotation(type, Execution.class)
                .filter(mode -> mode.value() == ExecutionMode.SAME_THREAD);
    }
}
