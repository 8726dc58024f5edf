package org.nabla.project.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.nabla.project.making.Solved;
import org.nabla.project.template.ProjectPlan;
import org.nabla.project.workshop.Data;

/** A Python with NumPy that solves projects from their data alone, by code that shares nothing with the server's. */
final class NumPy implements AutoCloseable {
    private static final Path FOLDER = Path.of("src/test/resources/projects/slips");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;
    private final PrintWriter in;
    private final BufferedReader out;

    private NumPy(String python) throws IOException {
        var builder = new ProcessBuilder(python, "agree.py")
                .directory(FOLDER.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
        process = builder.start();
        in = new PrintWriter(process.outputWriter(), true);
        out = process.inputReader();
    }

    /** All that are installed; none where there is no Python with NumPy. */
    static List<NumPy> installed() throws IOException, InterruptedException {
        var found = new LinkedHashMap<String, NumPy>();
        for (var name : List.of("python3", "/usr/bin/python3")) {
            var version = version(name);
            if (!version.isEmpty() && !found.containsKey(version)) {
                found.put(version, new NumPy(name));
            }
        }
        return List.copyOf(found.values());
    }

    private static String version(String python) throws InterruptedException {
        try {
            var asked = new ProcessBuilder(python, "-c", "import numpy; print(numpy.__version__)")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var version = asked.inputReader().readLine();
            return asked.waitFor() == 0 && version != null ? version : "";
        } catch (IOException e) {
            return "";
        }
    }

    /** By slip, where the empty word is none, then by name; besides the slips there are float32, reversed and file. */
    Map<String, Map<String, double[]>> solve(ProjectPlan plan, Solved solved) throws IOException {
        var run = new LinkedHashMap<String, Object>();
        run.put("project", plan.id());
        var data = new LinkedHashMap<String, Object>();
        solved.data().items().forEach(item -> data.put(item.name(), value(item)));
        run.put("data", data);
        run.put("slips", plan.bugs());
        run.put("prepare", plan.data().prepare());
        var functions = new ArrayList<String>();
        var results = new LinkedHashMap<String, String>();
        for (var step : plan.steps()) {
            step.python().ifPresent(python -> {
                python.function()
                        .ifPresent(head ->
                                functions.add(head + ":\n" + python.body().indent(4)));
                results.put(step.id(), python.result());
            });
        }
        run.put("functions", functions);
        run.put("results", results);
        in.println(JSON.writeValueAsString(run));
        var answer = out.readLine();
        if (answer == null) {
            throw new IOException("Python ended at " + plan.id() + ", seed " + solved.seed());
        }
        return read(JSON.readTree(answer));
    }

    private static Object value(Data.Item item) {
        var all = new ArrayList<Object>();
        for (int i = 0; i < item.units().size(); i++) {
            all.add(item.divisor() == 1 ? (Object) item.units().get(i) : (Object) item.value(i));
        }
        if (item.shape().isEmpty()) {
            return all.get(0);
        }
        if (item.shape().size() == 1) {
            return all;
        }
        int columns = item.shape().get(1);
        var rows = new ArrayList<List<Object>>();
        for (int i = 0; i < item.shape().get(0); i++) {
            rows.add(all.subList(i * columns, (i + 1) * columns));
        }
        return rows;
    }

    private static Map<String, Map<String, double[]>> read(JsonNode answer) {
        var read = new LinkedHashMap<String, Map<String, double[]>>();
        answer.fields().forEachRemaining(slip -> {
            var values = new LinkedHashMap<String, double[]>();
            slip.getValue().fields().forEachRemaining(e -> {
                var numbers = new double[e.getValue().size()];
                for (int i = 0; i < numbers.length; i++) {
                    numbers[i] = e.getValue().get(i).asDouble(Double.NaN);
                }
                values.put(e.getKey(), numbers);
            });
            read.put(slip.getKey(), values);
        });
        return read;
    }

    @Override
    public void close() throws InterruptedException {
        in.close();
        process.waitFor(10, TimeUnit.SECONDS);
        process.destroy();
    }
}
