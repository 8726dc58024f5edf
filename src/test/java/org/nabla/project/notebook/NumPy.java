package org.nabla.project.notebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every Python with NumPy of this machine: that of the path, and that of the system. */
public final class NumPy {
    private static final List<String> INSTALLED = find();

    private NumPy() {}

    public static List<String> installed() {
        return INSTALLED;
    }

    private static List<String> find() {
        var found = new LinkedHashMap<String, String>();
        for (var python : List.of("python3", "/usr/bin/python3")) {
            var version = output(python, "import numpy\nprint(numpy.__version__)");
            if (version.strip().matches("[0-9.]+")) {
                found.putIfAbsent(version.strip(), python);
            }
        }
        return List.copyOf(found.values());
    }

    /** All that a program prints, errors included. */
    public static String output(String python, String program) {
        try {
            var file = Files.createTempFile("project", ".py");
            Files.writeString(file, program);
            var process = new ProcessBuilder(python, file.toString())
                    .redirectErrorStream(true)
                    .start();
            var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            Files.delete(file);
            return printed;
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(e));
        }
    }

    /** The lines {@code name = value} of what was printed. */
    public static Map<String, String> values(String printed) {
        var values = new LinkedHashMap<String, String>();
        printed.lines()
                .filter(line -> line.matches("[a-z][a-z0-9]* = .*"))
                .forEach(line -> values.put(line.split(" = ")[0], line.split(" = ", 2)[1]));
        return values;
    }

    /** Numbers from a text such as {@code [1.5, 2e-3]}. */
    public static List<Double> numbers(String text) {
        var numbers = new ArrayList<Double>();
        for (var word : text.replaceAll("[\\[\\](),]", " ").strip().split("\\s+")) {
            numbers.add(Double.parseDouble(word));
        }
        return numbers;
    }
}
