package org.nabla.packaged;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Settings that stand in a document, so that what is tested is what is read. */
final class Blocks {
    private Blocks() {}

    /** The block of a Markdown file with this language, or the block of a YAML file that holds this word. */
    static String of(Path file, String word) throws IOException {
        var text = Files.readString(file);
        if (file.toString().endsWith(".md")) {
            var start = text.indexOf("```" + word + "\n");
            if (start < 0) {
                throw new IllegalStateException(file + " has no block of " + word);
            }
            var from = text.indexOf('\n', start) + 1;
            return text.substring(from, text.indexOf("```", from));
        }
        var block = text.substring(text.indexOf("content: |\n") + "content: |\n".length());
        var indent = block.length() - block.stripLeading().length();
        var lines = Arrays.stream(block.split("\n"))
                .takeWhile(line -> line.isBlank() || line.startsWith(" ".repeat(indent)))
                .collect(Collectors.joining("\n"));
        if (!lines.contains(word)) {
            throw new IllegalStateException("the first configuration in " + file + " has no " + word);
        }
        return lines.stripIndent() + "\n";
    }
}
