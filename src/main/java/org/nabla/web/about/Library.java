package org.nabla.web.about;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A piece of software of others that is shipped with the site.
 *
 * @param licences as its makers name them; several where they offer a choice
 */
record Library(String name, String version, List<String> licences) {

    private static final Pattern JAR =
            Pattern.compile("^\\s+((?:\\([^()]*(?:\\([^()]*\\)[^()]*)*\\) )+)(.*) \\((\\S+):(\\S+):(\\S+) - .*\\)$");
    private static final Pattern LICENCE = Pattern.compile("\\(((?:[^()]|\\([^()]*\\))*)\\)");

    Library {
        licences = List.copyOf(licences);
    }

    /** A line of the list of jars that the build writes; empty for what is no entry of it. */
    static Optional<Library> ofJar(String line) {
        var parts = JAR.matcher(line);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var licences = new ArrayList<String>();
        var each = LICENCE.matcher(parts.group(1));
        while (each.find()) {
            licences.add(each.group(1));
        }
        return Optional.of(new Library(parts.group(3) + ":" + parts.group(4), parts.group(5), licences));
    }

    /** A line of the list of libraries in the pages: name, version and licence with tabs between. */
    static Optional<Library> ofBundle(String line) {
        var parts = line.split("\t");
        return parts.length == 3 ? Optional.of(new Library(parts[0], parts[1], List.of(parts[2]))) : Optional.empty();
    }

    /** The licences with "or" between: the choice is the user's. */
    public String licence() {
        return String.join(" or ", licences);
    }
}
