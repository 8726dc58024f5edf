package org.nabla.classroom.assignment;

/** Counts and marks as people say them. */
final class Words {
    private Words() {}

    static String points(double points) {
        return Shares.plain(points) + (points == 1 ? " point" : " points");
    }

    static String count(long number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }
}
