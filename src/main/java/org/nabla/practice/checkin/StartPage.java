package org.nabla.practice.checkin;

import java.util.List;
import org.nabla.exercise.curriculum.Track;

/**
 * Where the check-in begins.
 *
 * @param chosen the track of the learner
 * @param goesOn how many questions of one that goes on have a reply; below 0 where none goes on
 * @param result whether there is one to look at
 */
record StartPage(List<Track> tracks, String chosen, int goesOn, boolean result) {

    public boolean open() {
        return goesOn >= 0;
    }
}
