package org.nabla.exercise.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/** The files that come with the application, in a folder of classes or in a jar. */
public final class BuiltInFiles {
    /** Lies beside the folders: by it they are found. */
    private static final String MARKER = "curriculum/curriculum.yaml";

    private BuiltInFiles() {}

    /** The texts of all YAML files below a folder of the class path, two levels deep, by their path. */
    public static Map<String, String> files(String folder) {
        var marker = marker();
        try {
            return marker.getProtocol().equals("jar") ? inJar(marker, folder) : inFolder(marker, folder);
        } catch (IOException e) {
            throw new UncheckedIOException("the built-in files cannot be read", e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the built-in files cannot be found at " + marker, e);
        }
    }

    /** A file of the jar in which the application is; empty where there is no such file, and where it is in no jar. */
    static Optional<String> inJar(String file) throws IOException {
        var marker = marker();
        if (!marker.getProtocol().equals("jar")) {
            return Optional.empty();
        }
        var connection = (JarURLConnection) marker.openConnection();
        connection.setUseCaches(false);
        try (var jar = connection.getJarFile()) {
            var entry = jar.getEntry(file);
            return entry == null ? Optional.empty() : Optional.of(text(jar, entry));
        }
    }

    private static URL marker() {
        var loader = Optional.ofNullable(Thread.currentThread().getContextClassLoader())
                .orElse(BuiltInFiles.class.getClassLoader());
        var marker = loader.getResource(MARKER);
        if (marker == null) {
            throw new IllegalStateException(MARKER + " is not on the class path");
        }
        return marker;
    }

    /** A file as text and as what was read from it. */
    record ReadFile<T>(String text, T reading) {}

    /**
     * Reads all such files, by several threads: where there is no {@link BuiltInIndex} it is half of the work of a start.
     *
     * @param reader is given the path and the text of a file
     * @return in the order of their paths
     */
    static <T> List<ReadFile<T>> read(String folder, BiFunction<String, String, T> reader) {
        return List.copyOf(new TreeMap<>(files(folder)).entrySet()).parallelStream()
                .map(file -> new ReadFile<>(file.getValue(), reader.apply(file.getKey(), file.getValue())))
                .toList();
    }

    private static Map<String, String> inFolder(URL marker, String name) throws IOException, URISyntaxException {
        var sources = new LinkedHashMap<String, String>();
        var folder =
                Path.of(new URI(marker.toString())).resolve("../../" + name).normalize();
        if (!Files.isDirectory(folder)) {
            return sources;
        }
        try (var files = Files.walk(folder, 2)) {
            for (var file : files.filter(f -> f.toString().endsWith(".yaml")).toList()) {
                var path = name + "/" + folder.relativize(file).toString().replace('\\', '/');
                sources.put(path, Files.readString(file));
            }
        }
        return sources;
    }

    private static Map<String, String> inJar(URL marker, String folder) throws IOException {
        var sources = new LinkedHashMap<String, String>();
        var connection = (JarURLConnection) marker.openConnection();
        connection.setUseCaches(false);
        try (var jar = connection.getJarFile()) {
            var files = jar.stream()
                    .filter(entry -> entry.getName().startsWith(folder + "/")
                            && entry.getName().endsWith(".yaml"))
                    .toList();
            for (var file : files) {
                sources.put(file.getName(), text(jar, file));
            }
        }
        return sources;
    }

    private static String text(JarFile jar, ZipEntry entry) throws IOException {
        try (var in = jar.getInputStream(entry)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
