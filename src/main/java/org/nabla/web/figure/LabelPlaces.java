package org.nabla.web.figure;

import java.util.ArrayList;
import java.util.List;

/** Finds a free place for each label of a drawing: on the paper, clear of what is marked and of earlier labels. */
final class LabelPlaces {

    /** Characters of the type face are about half as wide as it is high. */
    private static final double PART = 0.52;

    private static final double SIZE = 15;

    private record Box(double left, double top, double right, double bottom) {
        double shared(Box other) {
            double across = Math.min(right, other.right) - Math.max(left, other.left);
            double down = Math.min(bottom, other.bottom) - Math.max(top, other.top);
            return across > 0 && down > 0 ? across * down : 0;
        }
    }

    /** Where a label stands, and which end of it. */
    record Place(Point at, String anchor) {}

    private final Box paper;
    private final List<Box> taken = new ArrayList<>();

    LabelPlaces(double width, double height) {
        this(-Plot.LEFT, -Plot.TOP, width + Plot.RIGHT, height + Plot.BOTTOM);
    }

    LabelPlaces(double left, double top, double right, double bottom) {
        this.paper = new Box(left, top, right, bottom);
    }

    /** To the right above, to the left above, to the right below, to the left below, above, below. */
    static List<Place> about(Point p, double dx, double dy) {
        return List.of(
                new Place(new Point(p.x() + dx, p.y() - dy), "start"),
                new Place(new Point(p.x() - dx, p.y() - dy), "end"),
                new Place(new Point(p.x() + dx, p.y() + dy + 9), "start"),
                new Place(new Point(p.x() - dx, p.y() + dy + 9), "end"),
                new Place(new Point(p.x(), p.y() - dy - 3), "middle"),
                new Place(new Point(p.x(), p.y() + dy + 13), "middle"));
    }

    /** Nothing is written over it. */
    void keepClear(Point at, double radius) {
        taken.add(new Box(at.x() - radius, at.y() - radius, at.x() + radius, at.y() + radius));
    }

    /** The first of the places that is free, or the one that covers least. */
    Place take(List<Place> places, String text) {
        var best = places.get(0);
        double least = Double.MAX_VALUE;
        for (var place : places) {
            double covered = covered(box(place, text));
            if (covered < least - 1e-9) {
                least = covered;
                best = place;
            }
        }
        taken.add(box(best, text));
        return best;
    }

    private double covered(Box box) {
        double area = (box.right - box.left) * (box.bottom - box.top);
        double off = area - box.shared(paper);
        return 4 * off + taken.stream().mapToDouble(box::shared).sum();
    }

    private static Box box(Place place, String text) {
        double width = PART * SIZE * Math.max(1, text.length());
        double left = place.at().x()
                - switch (place.anchor()) {
                    case "end" -> width;
                    case "middle" -> width / 2;
                    default -> 0;
                };
        return new Box(
                left, place.at().y() - 0.75 * SIZE, left + width, place.at().y() + 0.2 * SIZE);
    }
}
