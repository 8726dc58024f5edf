package org.nabla.ledger;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.nabla.grading.Outcome;
import org.nabla.grading.Verdict;
import org.nabla.grading.grader.AnswerKey;
import org.nabla.grading.grader.Grader;

/**
 * What was said of a case.
 *
 * @param decided how it was decided; a dash where nothing was, or where the key itself was refused
 * @param nanos how long the check took, from two texts to a verdict
 * @param processor how long of it this thread had a processor: what is left of it on a machine that does nothing else, but for
 *     what the algebra system was waited for
 */
record Entry(Case question, Outcome outcome, String decided, long nanos, long processor) {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    static Entry of(Case question, Grader grader) {
        var start = System.nanoTime();
        var before = THREADS.getCurrentThreadCpuTime();
        if (!(AnswerKey.of(question.answer()) instanceof AnswerKey.KeyReading.Read read)) {
            return new Entry(
                    question,
                    Outcome.INVALID,
                    "-",
                    System.nanoTime() - start,
                    THREADS.getCurrentThreadCpuTime() - before);
        }
        var verdict = grader.grade(read.key(), question.response());
        var decided = verdict.decided().map(Verdict.Decided::name).orElse("-");
        return new Entry(
                question,
                verdict.outcome(),
                decided,
                System.nanoTime() - start,
                THREADS.getCurrentThreadCpuTime() - before);
    }
}
