package org.nabla.classroom.problemset;

import java.util.List;
import org.nabla.classroom.seat.Seat;

/**
 * A problem set as its teacher puts it together.
 *
 * @param copies the courses into which it can be copied, this one first
 * @param notice what has just been done, in a sentence; empty where nothing
 */
record SetPage(
        Seat seat,
        long id,
        String title,
        List<Line> lines,
        int problems,
        String points,
        List<Seat> copies,
        String notice) {

    /**
     * One line.
     *
     * @param what a template's title or a skill's name
     * @param from of how many templates is chosen; 0 where there are none any more
     */
    record Line(
            long id,
            int position,
            String what,
            boolean skill,
            String detail,
            Levels levels,
            int count,
            String points,
            int from,
            String preview,
            boolean first,
            boolean last) {

        /** The levels that can be chosen. @param chosen 0 where any will do */
        record Levels(List<Integer> all, int chosen) {}

        /** A list that is longer than its templates has some of them twice, with other numbers. */
        public boolean repeats() {
            return skill && from > 0 && count > from;
        }
    }

    public String address() {
        return seat.address() + "/sets/" + id;
    }
}
