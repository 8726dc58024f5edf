package org.nabla.math.symja.worker;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.UUID;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * Classes that lie in a folder, as under tests and in development, packed into a jar: the virtual machine archives classes of
 * jars only. A jar of other classes has another name.
 */
final class ClassJar {
    /** What a worker has of our own. */
    private static final String OURS = "org/nabla/math";

    private static final String NAME = "classes-";

    private ClassJar() {}

    /**
     * The same class path with a jar in the place of each folder. One at a time: who comes second finds it packed.
     *
     * @param folder where jars are kept; it belongs to the application alone
     */
    static synchronized String inPlaceOfFolders(String classPath, Path folder) throws IOException {
        var places = classPath.split(File.pathSeparator);
        for (var i = 0; i < places.length; i++) {
            if (Files.isDirectory(Path.of(places[i]))) {
                places[i] = packed(Path.of(places[i]), folder).toString();
            }
        }
        return String.join(File.pathSeparator, places);
    }

    private static Path packed(Path classes, Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(classes.resolve(OURS))) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        var seen = new StringBuilder(classes.toString());
        for (var file : files) {
            seen.append('\n')
                    .append(file)
                    .append(Files.getLastModifiedTime(file).toMillis());
        }
        var name = UUID.nameUUIDFromBytes(seen.toString().getBytes(StandardCharsets.UTF_8));
        var jar = folder.resolve(NAME + name + ".jar");
        if (!Files.isRegularFile(jar)) {
            pack(files, classes, folder, jar);
        }
        return jar;
    }

    private static void pack(List<Path> files, Path classes, Path folder, Path jar) throws IOException {
        Files.createDirectories(folder);
        var partial = Files.createTempFile(folder, NAME, ".partial");
        try {
            try (var out = new JarOutputStream(Files.newOutputStream(partial))) {
                for (var file : files) {
                    var name = classes.relativize(file).toString();
                    out.putNextEntry(new JarEntry(name.replace(File.separatorChar, '/')));
                    Files.copy(file, out);
                }
            }
            ClassArchive.removeAll(folder, NAME + "*.jar");
            Files.move(partial, jar, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(partial);
        }
    }
}
