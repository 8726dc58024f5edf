package org.nabla.authoring;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the editor says has just been done, by the word in its address. */
final class EditorNotices {

    private static final Map<String, String> SENTENCES = Map.of(
            "saved", "Saved.",
            "checking", "Saved. The checks begin in a moment.",
            "busy", "Saved. Three of your templates are being checked already: have this one checked after them.",
            "shared", "Shared. The learners of the course get this version.",
            "unshared", "No longer shared with the course. Answers given so far are kept.",
            "everyone", "All teachers can use this version now.",
            "private", "No longer shared with all teachers.",
            "published", "Those who have the template get this version from now on.",
            "unchecked",
                    "This version reaches others when its checks have passed. They begin in a moment; share it then.");

    private EditorNotices() {}

    /** Nothing for a word that is none of ours. */
    static String of(@Nullable String done) {
        return done == null ? "" : SENTENCES.getOrDefault(done, "");
    }
}
