package org.nabla.moodle.download;

import java.util.List;
import org.nabla.moodle.MoodleXml;

/**
 * What a teacher reads before they take exercises along.
 *
 * @param back the page on which they were, with its name
 * @param questions how many questions there are for each instance
 * @param most the largest number of instances
 */
record MoodlePage(
        String title,
        String address,
        String back,
        String backTo,
        long questions,
        List<MoodleXml.LeftOut> leftOut,
        int count,
        int most,
        String notice) {

    public List<String> lost() {
        return MoodleXml.LOST;
    }
}
