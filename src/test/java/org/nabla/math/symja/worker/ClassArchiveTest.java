package org.nabla.math.symja.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

class ClassArchiveTest {
    private static final CasConfig CONFIG =
            new CasConfig(1, 1, 0, 256, 1_000, Duration.ofSeconds(60), Optional.empty());

    @TempDir
    Path folder;

    @Test
    void ofClassesThatComeFromNoJarThereIsNone() throws Exception {
        assertThat(ClassArchive.in(folder, folder.toString())).isEmpty();
        assertThat(ClassArchive.in(folder, folder.resolve("missing.jar").toString()))
                .isEmpty();
    }

    @Test
    void anotherBuildHasAnotherOne() throws Exception {
        var jar = Files.writeString(folder.resolve("a.jar"), "one");
        var before = ClassArchive.in(folder, jar.toString()).orElseThrow();
        assertThat(before.options()).isEmpty();

        assertThat(before.make(options -> new ProcessBuilder("touch", archiveIn(options))))
                .isTrue();

        assertThat(before.exists()).isTrue();
        assertThat(before.options()).anyMatch(option -> option.startsWith("-XX:SharedArchiveFile="));
        Files.writeString(jar, "another");
        var after = ClassArchive.in(folder, jar.toString()).orElseThrow();
        assertThat(after.exists()).isFalse();
        assertThat(after.make(options -> new ProcessBuilder("touch", archiveIn(options))))
                .isTrue();
        assertThat(before.exists()).as("that of the build before is removed").isFalse();
    }

    @Test
    void whereItCannotBeMadeNothingIsLeft() throws Exception {
        var jar = Files.writeString(folder.resolve("a.jar"), "one");
        var archive = ClassArchive.in(folder, jar.toString()).orElseThrow();

        assertThat(archive.make(options -> new ProcessBuilder("false"))).isFalse();

        assertThat(archive.exists()).isFalse();
        assertThat(folder.toFile().list()).containsExactly("a.jar");
    }

    /** Some seconds of the processor: {@code -Dnabla.long=true}. */
    @Test
    @EnabledIfSystemProperty(named = "nabla.long", matches = "true")
    void aWorkerStartsSoonerByItAndIgnoresOneThatIsSpoilt() throws Exception {
        var classPath = ClassJar.inPlaceOfFolders(WorkerClassPath.find(), folder);
        var archive = ClassArchive.in(folder, classPath).orElseThrow();
        var without = start(classPath, archive.options());
        assertThat(archive.make(options -> {
                    var command = WorkerProcess.command(CONFIG, classPath, options);
                    command.command().add(Worker.WARM_UP_ONLY);
                    return command;
                }))
                .isTrue();

        var with = start(classPath, archive.options());
        System.out.printf(
                "a worker took %d ms of the processor, with the archive %d%n", without.toMillis(), with.toMillis());
        assertThat(with).isLessThan(without);

        var file = archive.options().stream()
                .filter(option -> option.startsWith("-XX:SharedArchiveFile="))
                .map(option -> Path.of(option.substring(option.indexOf('=') + 1)))
                .findFirst()
                .orElseThrow();
        Files.write(file, new byte[100_000]);
        start(classPath, archive.options());
    }

    /** The processor time until it is warm. What it writes first is the sign that it is. */
    private static Duration start(String classPath, List<String> options) throws IOException {
        var process = WorkerProcess.command(CONFIG, classPath, options).start();
        try {
            assertThat(process.getInputStream().read()).isEqualTo(Worker.READY);
            return process.info().totalCpuDuration().orElseThrow();
        } finally {
            process.destroyForcibly();
        }
    }

    private static String archiveIn(List<String> options) {
        return options.stream()
                .filter(option -> option.startsWith("-XX:ArchiveClassesAtExit="))
                .map(option -> option.substring(option.indexOf('=') + 1))
                .findFirst()
                .orElseThrow();
    }
}
