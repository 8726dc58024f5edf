package org.nabla.classroom.marking;

/** Counts and marks as people say them. */
public final class Words {
    private Words() {}

    public static String points(double points) {
        return Shares.plain(points) + (points == 1 ? " point" : " points");
    }

    public static String count(long number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }
}
