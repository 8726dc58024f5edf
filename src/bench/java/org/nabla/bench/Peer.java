package org.nabla.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.nabla.math.writing.TextWriter;

/** Another system that decides whether two expressions are the same, in a process of its own. */
enum Peer {
    SYMPY("SymPy", "python3", "-c", """
            import sys, time
            from sympy import *
            from sympy.parsing.sympy_parser import parse_expr, standard_transformations, convert_xor
            how = standard_transformations + (convert_xor,)
            names = {"e": E, "ln": log, "arcsin": asin, "arccos": acos, "arctan": atan, "abs": Abs}
            def decide(response, key, letters):
                local = dict(names)
                for letter in letters.split():
                    name, domain = letter.split(":")
                    local[name] = Symbol(name, real=True, **({domain: True} if domain in ("positive", "integer") else {}))
                difference = parse_expr(response, local, how) - parse_expr(key, local, how)
                begin = time.perf_counter_ns()
                answer = difference.equals(0)
                return {True: "same", False: "different"}.get(answer, "unknown"), time.perf_counter_ns() - begin
            for line in sys.stdin:
                try:
                    word, took = decide(*line.rstrip("\\n").split("\\t"))
                except Exception:
                    word, took = "unread", 0
                print("answer", word, took, flush=True)
            """) {
        @Override
        String question(Case pair) {
            var letters = pair.spec().variables().entrySet().stream()
                    .map(letter -> letter.getKey() + ":" + letter.getValue())
                    .collect(Collectors.joining(" "));
            return TextWriter.write(pair.answer()) + "\t" + TextWriter.write(pair.key()) + "\t" + letters;
        }
    },

    /**
     * It has no clock that is fine enough: its times are those of a question and its answer, reading among them. What it cannot read
     * takes the rest of its line along, so the answer is asked for on another one.
     */
    MAXIMA("Maxima", "maxima", "--very-quiet") {
        @Override
        String opening() {
            return """
                    ln(x) := log(x)$ arcsin(x) := asin(x)$ arccos(x) := acos(x)$ arctan(x) := atan(x)$ e: %e$ pi: %pi$
                    prederror: false$ display2d: false$
                    decide(a, b) := block([r: is(equal(a, b))], if r = true then "same" elseif r = false then "different"
                        elseif radcan(exponentialize(a - b)) = 0 then "same" else "unknown")$
                    """;
        }

        @Override
        String question(Case pair) {
            var line = new StringBuilder("word: \"unread\"$ forget(facts())$ ");
            pair.spec().variables().forEach((letter, domain) -> {
                line.append("kill(").append(letter).append(")$ "); // with what was declared of it before
                switch (domain) {
                    case "positive" -> line.append("assume(").append(letter).append(" > 0)$ ");
                    case "integer" ->
                        line.append("declare(").append(letter).append(", integer)$ ");
                    default -> {}
                }
            });
            return line.append("word: first(errcatch(decide(")
                    .append(TextWriter.write(pair.answer()))
                    .append(", ")
                    .append(TextWriter.write(pair.key()))
                    .append(")))$\nprint(\"answer\", word)$")
                    .toString();
        }
    };

    /** @param word {@code same}, {@code different}, {@code unknown} or {@code unread} */
    record Decision(String word, long nanos) {}

    private static final int MOST_SECONDS = 10;

    final String title;
    private final List<String> command;

    Peer(String title, String... command) {
        this.title = title;
        this.command = List.of(command);
    }

    /** What is said before the first question. */
    String opening() {
        return "";
    }

    /** To which it answers with a line that begins with "answer". */
    abstract String question(Case pair);

    /** In the order of the pairs, once it is warm; empty where it is not installed. */
    List<Decision> decide(List<Case> pairs) throws IOException, InterruptedException {
        var clock = Executors.newSingleThreadScheduledExecutor();
        try {
            var decisions = new ArrayList<Decision>();
            for (var round = 0; round < 2; round++) { // the first loads and fills caches
                decisions.clear();
                while (decisions.size() < pairs.size()) {
                    var before = decisions.size();
                    if (!ask(pairs, decisions, clock) || decisions.size() == before) {
                        return List.of();
                    }
                }
            }
            return decisions;
        } finally {
            clock.shutdownNow();
        }
    }

    /** As many as one process answers: it ends where one takes too long. False where there is none. */
    private boolean ask(List<Case> pairs, List<Decision> decisions, ScheduledExecutorService clock)
            throws InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            return false;
        }
        try (var out = new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8);
                BufferedReader in = process.inputReader(StandardCharsets.UTF_8)) {
            if (!opening().isEmpty()) {
                out.println(opening()); // an empty line would be answered, as a question
            }
            while (decisions.size() < pairs.size()) {
                var late = clock.schedule(process::destroyForcibly, MOST_SECONDS, TimeUnit.SECONDS);
                var begun = System.nanoTime();
                out.println(question(pairs.get(decisions.size())));
                var answer = answer(in);
                var took = System.nanoTime() - begun;
                late.cancel(false);
                if (answer.isEmpty()) {
                    // One that is not there at all ends at once.
                    decisions.add(new Decision("unknown", took));
                    return took > TimeUnit.SECONDS.toNanos(MOST_SECONDS - 1L);
                }
                var words = answer.split(" ");
                decisions.add(new Decision(words[1], words.length > 2 ? Long.parseLong(words[2]) : took));
            }
        } catch (IOException e) {
            return true;
        } finally {
            process.destroyForcibly().waitFor(MOST_SECONDS, TimeUnit.SECONDS);
        }
        return true;
    }

    private static String answer(BufferedReader in) throws IOException {
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            if (line.startsWith("answer ")) {
                return line.strip();
            }
        }
        return "";
    }
}
