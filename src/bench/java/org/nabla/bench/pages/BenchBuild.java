package org.nabla.bench.pages;

import io.quarkus.bootstrap.app.QuarkusBootstrap;
import io.quarkus.bootstrap.model.PathsCollection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import javax.tools.ToolProvider;

/**
 * Makes the application as {@code package} does, with the bare endpoints of {@code src/bench/server} in it: in
 * {@code target/bench}, so that what is built for others never has them.
 */
final class BenchBuild {
    private static final Path SOURCE = Path.of("src/bench/server");
    private static final Path TARGET = Path.of("target/bench");

    private BenchBuild() {}

    /** The folder with {@code quarkus-run.jar}. */
    static Path make() throws Exception {
        var classes = TARGET.resolve("classes");
        compile(classes);
        copy(SOURCE.resolve("resources"), classes);
        var settings = new Properties();
        settings.setProperty("quarkus.flyway.locations", "db/migration,db/bench");
        settings.setProperty("quarkus.package.output-directory", "quarkus-app");
        var built = QuarkusBootstrap.builder()
                .setMode(QuarkusBootstrap.Mode.PROD)
                .setApplicationRoot(
                        PathsCollection.of(Path.of("target/classes").toAbsolutePath(), classes.toAbsolutePath()))
                .setProjectRoot(Path.of("").toAbsolutePath())
                .setTargetDirectory(TARGET.toAbsolutePath())
                .setBaseName("nabla")
                .setLocalProjectDiscovery(true)
                .setOffline(true)
                .setIsolateDeployment(true)
                .setBaseClassLoader(BenchBuild.class.getClassLoader())
                .setBuildSystemProperties(settings)
                .build();
        try (var application = built.bootstrap()) {
            return application
                    .createAugmentor()
                    .createProductionApplication()
                    .getJar()
                    .getPath()
                    .getParent();
        }
    }

    private static void compile(Path classes) throws IOException {
        Files.createDirectories(classes);
        var arguments = new ArrayList<>(List.of(
                "-parameters",
                "-proc:none",
                "-nowarn",
                "-d",
                classes.toString(),
                "-cp",
                System.getProperty("java.class.path")));
        try (var files = Files.walk(SOURCE.resolve("java"))) {
            files.map(Path::toString).filter(name -> name.endsWith(".java")).forEach(arguments::add);
        }
        if (ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)) != 0) {
            throw new IllegalStateException("the bare endpoints do not compile");
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
