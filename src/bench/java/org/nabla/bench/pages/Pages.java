package org.nabla.bench.pages;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;

/**
 * What the pages of a signed-in learner cost in processor time, each beside something bare of the same application: the same
 * bytes behind the same filters and sign-in, or a transaction that writes as many rows. Both are asked in turn in one run, so
 * that what else the machine does weighs on both.
 */
public final class Pages {
    private static final int ROUNDS = Integer.getInteger("nabla.bench.rounds", 9);
    private static final int BATCH = Integer.getInteger("nabla.bench.batch", 1_000);

    /** As many requests at most before something is measured: see {@link #warm}. */
    private static final int WARM = Integer.getInteger("nabla.bench.warm", 30_000);

    /** What the compilers may still take of a request's processor time. */
    private static final double AT_REST = 0.02;
    private static final List<String> TEMPLATES = List.of(
            "gradient-at-a-point",
            "first-partial-derivative",
            "tangent-plane-to-a-graph",
            "second-order-taylor-polynomial",
            "chain-rule-along-a-path");
    private static final int APPLICATION = 0;
    private static final int COMPILERS = 1;
    private static final int DATABASE = 2;
    private static final int ALGEBRA = 3;
    private static final int COUNTS = 4;
    private static final int SEEDS = Integer.getInteger("nabla.bench.seeds", 12);

    /** Something that is asked again and again. */
    private interface Request {
        void send() throws IOException, InterruptedException;
    }

    /** @param most how many times the bare one it may cost */
    private record Row(String name, double most, Request page, Request bare) {}

    private record Exercise(String address, Map<String, String> key) {}

    private final Server server;
    private final List<Exercise> exercises = new ArrayList<>();
    private final List<Exercise> readable = new ArrayList<>();
    private final Learner learner;
    private final Queue<Learner> newcomers = new ArrayDeque<>();
    private Learner answering;
    private int turn;
    private int submits;
    private int previews;

    private Pages(Server server) throws IOException, InterruptedException {
        this.server = server;
        this.learner = new Learner(server.root(), 0);
        this.answering = learner;
    }

    public static void main(String[] arguments) throws Exception {
        try (var server = Server.start()) {
            try {
                new Pages(server).run(arguments.length == 0 ? "" : arguments[0]);
            } catch (IOException | RuntimeException e) {
                if (server.isEnding()) {
                    System.out.println("\nStopped before the end: what has no row was not measured.");
                } else {
                    System.out.println("\nThe application said last:\n" + server.lastWords());
                    throw e;
                }
            }
        }
    }

    private void run(String only) throws IOException, InterruptedException {
        for (var seed = 0; seed < SEEDS; seed++) {
            for (var template : TEMPLATES) {
                exercise(template, seed);
            }
        }
        // Something to look back on.
        for (var i = 0; i < exercises.size() - 1; i++) {
            submit(learner, exercises.get(i));
        }
        var submitsToCome = exercises.size() + WARM + ROUNDS * BATCH;
        for (var number = 1; number <= submitsToCome / exercises.size() + 2; number++) {
            newcomers.add(new Learner(server.root(), number));
        }
        answering = next();
        var rows = rowsOfSubmit();
        var page = sample("page", learner.get(exercises.get(0).address()));
        var progress = sample("progress", learner.get("/progress"));
        var preview = sample("preview", preview(0));
        System.out.printf(
                "page %d bytes, progress %d, preview %d; a submit writes %d rows%n%n", page, progress, preview, rows);
        var typed = "1".repeat(200);
        var all = List.of(
                new Row(
                        "exercise page",
                        1.5,
                        () -> learner.get(nextExercise().address()),
                        () -> learner.get("/bench/page/page")),
                new Row(
                        "preview",
                        1.2,
                        () -> preview(previews++),
                        () -> learner.change("/bench/fragment/preview", Map.of("text", typed))),
                new Row("submit", 2, this::submit, () -> learner.change("/bench/rows/" + rows, Map.of("text", typed))),
                new Row(
                        "/practice",
                        2,
                        () -> learner.location("/practice?on=yes"),
                        () -> learner.get("/bench/page/page")),
                new Row("/progress", 3, () -> learner.get("/progress"), () -> learner.get("/bench/page/progress")));
        System.out.println(
                "| | page, ms | compilers | database | algebra | bare, ms | compilers | database | ratio | ratio with database | at most |");
        System.out.println("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        for (var row : all) {
            if (row.name().contains(only)) {
                measure(row);
            }
        }
    }

    private void measure(Row row) throws IOException, InterruptedException {
        warm(row.page());
        warm(row.bare());
        var pages = new double[ROUNDS][];
        var bares = new double[ROUNDS][];
        for (var round = 0; round < ROUNDS; round++) {
            pages[round] = cost(row.page(), BATCH);
            bares[round] = cost(row.bare(), BATCH);
        }
        var page = medians(pages);
        var bare = medians(bares);
        System.out.printf(
                "| %s | %.2f | %.2f | %.2f | %.2f | %.2f | %.2f | %.2f | **%.2f** | %.2f | %.1f |%n",
                row.name(),
                page[APPLICATION],
                page[COMPILERS],
                page[DATABASE],
                page[ALGEBRA],
                bare[APPLICATION],
                bare[COMPILERS],
                bare[DATABASE],
                page[APPLICATION] / bare[APPLICATION],
                (page[APPLICATION] + page[DATABASE]) / (bare[APPLICATION] + bare[DATABASE]),
                row.most());
    }

    /** Asks until the compilers are at rest in three batches in a row: code that is not compiled yet takes longer, too. */
    private void warm(Request request) throws IOException, InterruptedException {
        var quiet = 0;
        for (var sent = 0; sent < WARM && quiet < 3; sent += BATCH) {
            var each = cost(request, BATCH);
            quiet = each[COMPILERS] <= AT_REST * each[APPLICATION] ? quiet + 1 : 0;
        }
    }

    /**
     * Milliseconds of processor time for one request: of the application without its compilers, of these, of the database and of
     * the algebra system. What compiles a page works once for it, and for long where few ask: it is no part of what a page costs.
     */
    private double[] cost(Request request, int count) throws IOException, InterruptedException {
        var before = spent();
        for (var i = 0; i < count; i++) {
            request.send();
        }
        var after = spent();
        var each = new double[COUNTS];
        for (var i = 0; i < COUNTS; i++) {
            each[i] = after.get(i).minus(before.get(i)).toNanos() / 1e6 / count;
        }
        return each;
    }

    private List<Duration> spent() throws IOException {
        var compilers = server.compilersCpu();
        return List.of(server.cpu().minus(compilers), compilers, server.databaseCpu(), server.algebraCpu());
    }

    private static double[] medians(double[][] rounds) {
        var medians = new double[COUNTS];
        for (var i = 0; i < COUNTS; i++) {
            var column = i;
            var sorted = Arrays.stream(rounds)
                    .mapToDouble(round -> round[column])
                    .sorted()
                    .toArray();
            medians[i] = sorted[sorted.length / 2];
        }
        return medians;
    }

    private void exercise(String template, int seed) throws IOException, InterruptedException {
        var key = new LinkedHashMap<String, String>();
        learner.get("/bench/key/" + template + "/" + seed).lines().forEach(line -> {
            var columns = line.split("\t", 2);
            key.put("answer-" + columns[0], columns[1]);
        });
        if (!key.isEmpty()) {
            var exercise = new Exercise("/practice/" + template + "/" + seed, key);
            exercises.add(exercise);
            if (!key.values().iterator().next().contains("=")) {
                readable.add(exercise);
            }
        }
    }

    private Exercise nextExercise() {
        return exercises.get(turn++ % exercises.size());
    }

    /** Always a first answer, from a page that shows none: each learner answers every exercise once. One in three is wrong. */
    private void submit() throws IOException, InterruptedException {
        if (submits > 0 && submits % exercises.size() == 0) {
            answering = next();
        }
        submit(answering, exercises.get(submits++ % exercises.size()));
    }

    private void submit(Learner who, Exercise exercise) throws IOException, InterruptedException {
        var fields = new LinkedHashMap<>(exercise.key());
        if (submits % 3 == 2) {
            fields.replaceAll((field, text) -> text + " + 1");
        }
        fields.put("submission", UUID.randomUUID().toString());
        fields.put("decimals", "point");
        fields.put("shown", ""); // as on a page that shows no answer
        var page = who.change(exercise.address(), fields);
        if (!page.contains("class=\"verdict")) {
            throw new IllegalStateException("no verdict at " + exercise.address());
        }
    }

    /** A text that nobody typed before: a multiple of the key, where it is no equation. */
    private String preview(int number) throws IOException, InterruptedException {
        var exercise = readable.get(number % readable.size());
        var field = exercise.key().keySet().iterator().next();
        var text = number + 2 + "*(" + exercise.key().get(field) + ")";
        var reading = learner.change(
                exercise.address() + "/reading?part=" + field.substring("answer-".length()),
                Map.of(field, text, "decimals", "point"));
        if (!reading.contains("<math>")) {
            throw new IllegalStateException("not read at " + exercise.address() + ": " + text);
        }
        return reading;
    }

    /** They signed up before: that is not what is measured. */
    private Learner next() {
        return newcomers.remove();
    }

    private int sample(String name, String text) throws IOException, InterruptedException {
        learner.change("/bench/sample/" + name, Map.of("text", text));
        return text.length();
    }

    /** Rounded: what else is written meanwhile is little. */
    private int rowsOfSubmit() throws IOException, InterruptedException {
        var before = written();
        var count = exercises.size();
        for (var i = 0; i < count; i++) {
            submit();
        }
        return (int) Math.round((double) (written() - before) / count);
    }

    /** Each connection of the database tells what it wrote at the latest when it was idle for ten seconds. */
    private long written() throws IOException, InterruptedException {
        Thread.sleep(11_000);
        return Long.parseLong(learner.get("/bench/written").strip());
    }
}
