package org.nabla.web.figure;

/**
 * From where a box in space is seen, in parallel projection.
 *
 * @param azimuth in degrees from the direction of x towards that of y
 * @param elevation in degrees above the floor
 */
record View(double azimuth, double elevation) {

    /** As in textbooks: x comes towards the reader on the left, y goes to the right. */
    static final View DEFAULT = new View(35, 24);

    private double cosA() {
        return Math.cos(Math.toRadians(azimuth));
    }

    private double sinA() {
        return Math.sin(Math.toRadians(azimuth));
    }

    private double cosE() {
        return Math.cos(Math.toRadians(elevation));
    }

    private double sinE() {
        return Math.sin(Math.toRadians(elevation));
    }

    double across(double x, double y) {
        return -sinA() * x + cosA() * y;
    }

    double up(double x, double y, double z) {
        return -sinE() * (cosA() * x + sinA() * y) + cosE() * z;
    }

    /** How far towards the reader. */
    double near(double x, double y, double z) {
        return cosE() * (cosA() * x + sinA() * y) + sinE() * z;
    }

    /** How wide a box of these half sides is seen. */
    double width(int[] half) {
        return 2 * (Math.abs(sinA()) * half[0] + Math.abs(cosA()) * half[1]);
    }

    double height(int[] half) {
        return 2
                * (Math.abs(sinE()) * (Math.abs(cosA()) * half[0] + Math.abs(sinA()) * half[1])
                        + Math.abs(cosE()) * half[2]);
    }
}
