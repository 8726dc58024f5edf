package org.nabla.practice.home;

import java.util.List;
import org.nabla.account.UserId;

/** The courses that somebody finds on the first page. A feature that has some is a bean of this type. */
public interface HomeCourses {

    List<Row> of(UserId user);

    /**
     * A course.
     *
     * @param next what is due next in it; empty where nothing is
     * @param nextAddress where that is
     * @param due when, as the pages of the course say it
     * @param dueIso the same for programs
     * @param news what was decided for them there lately
     */
    record Row(
            String address,
            String title,
            String next,
            String nextAddress,
            String due,
            String dueIso,
            List<News> news) {}

    /** A piece of news in a sentence, with where it is seen. */
    record News(String address, String text) {}
}
