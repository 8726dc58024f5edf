package org.nabla.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.nabla.Browsing;

/** A start from the archive of classes that a rehearsal left: {@code mvn package} comes first. */
@EnabledIfSystemProperty(named = "nabla.long", matches = "true")
class RehearsalTest {
    private static final Pattern OWN_CLASS = Pattern.compile("org\\.nabla\\.\\S+ source: (.*)");

    @TempDir
    Path folder;

    @Test
    void aRehearsalKeepsTheClassesOfAStart() throws Exception {
        assumeTrue(
                PackagedInstance.isBuilt(), "there is no target/quarkus-app: mvn -Dmaven.test.skip package makes it");
        var archive = folder.resolve("nabla.jsa");

        assertThat(rehearsal("-XX:ArchiveClassesAtExit=" + archive)).isZero();
        assertThat(archive).exists();
        try (var left = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            assertThat(left).noneMatch(file -> file.getFileName().toString().startsWith("nabla-rehearsal"));
        }

        var classes = folder.resolve("classes");
        var options = List.of("-XX:SharedArchiveFile=" + archive, "-Xlog:class+load:file=" + classes);
        try (var instance = PackagedInstance.start(
                folder.resolve("log"),
                options,
                Map.of("nabla.data", folder.resolve("data").toString()))) {
            instance.awaitReady();
            assertThat(Browsing.at(instance.address())
                            .page("/practice/gradient-at-a-point/0")
                            .text())
                    .contains("gradient");
            instance.stop();
        }
        var sources = OWN_CLASS
                .matcher(Files.readString(classes))
                .results()
                .map(loaded -> loaded.group(1))
                .toList();
        assertThat(sources).hasSizeGreaterThan(500);
        assertThat(sources.stream()
                        .filter(source -> source.startsWith("shared objects file"))
                        .count())
                .as("of %d classes, those from the archive", sources.size())
                .isGreaterThan(sources.size() * 9L / 10);
    }

    private int rehearsal(String option) throws IOException, InterruptedException {
        var command = new ArrayList<>(PackagedInstance.java(List.of(option, "-Xlog:disable"), Map.of()));
        command.add("rehearse");
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("rehearsal").toFile())
                .start()
                .waitFor();
    }
}
