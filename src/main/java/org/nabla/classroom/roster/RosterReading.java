package org.nabla.classroom.roster;

import java.util.List;

/** What became of the files that a teacher brought. */
public sealed interface RosterReading {

    /**
     * They are a roster.
     *
     * @param groups more than one where the files hold several classes, of which the teacher chooses one
     * @param notes what was not as usual, in whole sentences
     */
    record Read(List<Group> groups, List<String> notes) implements RosterReading {}

    /**
     * They are a table, of which it is to be said what its columns hold.
     *
     * @param guess what its columns seem to hold
     */
    record Columns(RosterTable table, RosterMapping guess, List<String> notes) implements RosterReading {}

    /** They are none; what to do is said in a whole sentence. */
    record Refused(String why) implements RosterReading {}

    /** The learners of one class. */
    record Group(String id, String title, List<RosterRow> rows) {}
}
