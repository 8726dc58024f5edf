package org.nabla.practice;

/** The names of chapters: the folder's name in words. */
final class Chapters {
    private Chapters() {}

    static String title(String slug) {
        if (slug.isEmpty()) {
            return "Exercises";
        }
        var words = slug.replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
