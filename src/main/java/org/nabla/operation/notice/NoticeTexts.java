package org.nabla.operation.notice;

import io.quarkus.logging.Log;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The texts that an installation gives itself: files {@code privacy.md}, {@code terms.md} and {@code imprint.md} in a folder. Read at
 * each look, so that a change shows at once; where one is missing the page has words of its own.
 */
@Singleton
class NoticeTexts {
    private static final long LONGEST = 200_000;

    /**
     * A heading, or what stands below it.
     *
     * @param level 2 or 3 for a heading, 0 for prose
     */
    record Block(int level, String text) {}

    private final Path folder;

    NoticeTexts(@ConfigProperty(name = "nabla.texts") String folder) {
        this.folder = Path.of(folder);
    }

    /** Empty where there is no such file, or it cannot be read, which the server's log says. */
    List<Block> read(String name) {
        var file = folder.resolve(name + ".md");
        try {
            if (!Files.isRegularFile(file)) {
                return List.of();
            }
            if (Files.size(file) > LONGEST) {
                Log.errorf("%s is too long to be shown", file);
                return List.of();
            }
            return blocks(Files.readString(file));
        } catch (IOException e) {
            Log.errorf(e, "%s cannot be read", file);
            return List.of();
        }
    }

    /** Headings begin with hash signs; the page has its own first one. */
    static List<Block> blocks(String text) {
        var blocks = new ArrayList<Block>();
        var prose = new StringBuilder();
        for (var line : text.lines().toList()) {
            var hashes = line.length() - line.replaceFirst("^#+ ", " ").length();
            if (hashes > 0 && line.startsWith("#")) {
                flush(prose, blocks);
                blocks.add(new Block(
                        Math.min(3, Math.max(2, hashes)), line.substring(hashes).strip()));
            } else {
                prose.append(line).append('\n');
            }
        }
        flush(prose, blocks);
        return blocks;
    }

    private static void flush(StringBuilder prose, List<Block> blocks) {
        if (!prose.toString().isBlank()) {
            blocks.add(new Block(0, prose.toString().strip()));
        }
        prose.setLength(0);
    }
}
