package org.nabla.search;

/**
 * What can be found.
 *
 * @param address where it is; an entry is known by it
 * @param detail a line that says more
 * @param words by which it is found besides its title
 */
public record SearchEntry(Kind kind, String address, String title, String detail, String words) {

    /** What is found, in the order in which a page shows it. */
    public enum Kind {
        SKILL("Skills"),
        LESSON("Lessons"),
        EXERCISE("Exercises"),
        PROJECT("Projects");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }
}
