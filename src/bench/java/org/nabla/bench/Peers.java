package org.nabla.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.nabla.bench.Peer.Decision;
import org.nabla.math.equivalence.EquivalenceChecker;
import org.nabla.math.symja.worker.CasConfig;
import org.nabla.math.symja.worker.SymjaCas;

/**
 * The checker beside SymPy and Maxima, where they are installed, on the same pairs: those of expressions that the tests decide.
 * All are warm, and asked one pair at a time. What one of them cannot read is not compared with it.
 */
public final class Peers {
    private static final int WARM_UP = 5;

    private Peers() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var cases = OwnCases.all();
        var algebra = SymjaCas.start(CasConfig.DEFAULT);
        while (!algebra.ready()) {
            Thread.sleep(100);
        }
        var checker = new EquivalenceChecker(algebra, Duration.ofSeconds(1));
        List<Decision> own = List.of();
        for (var round = 0; round <= WARM_UP; round++) {
            own = cases.stream().map(c -> decide(c, checker)).toList();
        }
        algebra.close();
        System.out.println("| | same | different | unknown | median, ms | 95 %, ms | longest, ms |");
        System.out.println("| --- | --- | --- | --- | --- | --- | --- |");
        print("Nabla, all", own);
        for (var peer : Peer.values()) {
            compare(peer, cases, own);
        }
    }

    private static void compare(Peer peer, List<Case> cases, List<Decision> own) throws IOException, InterruptedException {
        var theirs = peer.decide(cases);
        if (theirs.isEmpty()) {
            System.out.println(peer.title + " is not installed.");
            return;
        }
        var read = IntStream.range(0, cases.size())
                .filter(i -> !theirs.get(i).word().equals("unread"))
                .boxed()
                .toList();
        print("Nabla, what " + peer.title + " reads", read.stream().map(own::get).toList());
        print(peer.title, read.stream().map(theirs::get).toList());
        for (var i : read) {
            var words = List.of(own.get(i).word(), theirs.get(i).word());
            if (words.contains("same") && words.contains("different")) {
                System.out.println(
                        cases.get(i) + ": Nabla says " + words.get(0) + ", " + peer.title + " " + words.get(1));
            }
        }
    }

    private static Decision decide(Case pair, EquivalenceChecker checker) {
        var response = pair.answer();
        var key = pair.key();
        var letters = pair.letters();
        var begun = System.nanoTime();
        var answer = checker.compare(response, key, letters);
        var took = System.nanoTime() - begun;
        var word = answer.relationship().name().toLowerCase(Locale.ROOT);
        return new Decision(word, took);
    }

    private static void print(String who, List<Decision> decisions) {
        var sorted = decisions.stream().mapToLong(Decision::nanos).sorted().toArray();
        System.out.printf(
                "| %s, %d pairs | %d | %d | %d | %.3f | %.2f | %.0f |%n",
                who,
                decisions.size(),
                count(decisions, "same"),
                count(decisions, "different"),
                count(decisions, "unknown"),
                at(sorted, 0.5),
                at(sorted, 0.95),
                at(sorted, 1));
    }

    private static long count(List<Decision> decisions, String word) {
        return decisions.stream().filter(d -> d.word().equals(word)).count();
    }

    private static double at(long[] sorted, double share) {
        return sorted[(int) (share * (sorted.length - 1))] / 1e6;
    }
}
