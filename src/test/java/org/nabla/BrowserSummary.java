package org.nabla;

import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Says at the very end, where everybody looks, that browser tests were skipped. */
public final class BrowserSummary implements TestExecutionListener {

    private int skipped;

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (result.getThrowable()
                .map(reason -> String.valueOf(reason.getMessage()))
                .filter(message -> message.contains(BrowserTest.NO_BROWSER))
                .isPresent()) {
            skipped++;
        }
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        if (skipped > 0) {
            var line = "*".repeat(110);
            System.out.printf("%n%s%n* %s (%d)%n%s%n%n", line, BrowserTest.NO_BROWSER, skipped, line);
        }
    }
}
