package org.nabla.exercise.space;

import java.util.ArrayList;
import java.util.List;

/**
 * The surface of a solid that is described by bounds of three coordinates, each of which may depend on the ones before: up to six
 * patches. One that has shrunk to a line, as at the center of a ball, is left out, and so are two that coincide inside, as the
 * half-planes at the angles 0 and 2π.
 */
public final class Solid {
    private static final int PIECES = 16;
    private static final double NOTHING = 1e-7;

    private final Place place;
    private final Box box;

    /** From parts of the range of each coordinate, from 0 to 1, to a point in space. */
    public interface Place {
        double[] at(double first, double second, double third);
    }

    private Solid(Place place, Box box) {
        this.place = place;
        this.box = box;
    }

    public static Mesh surface(Place place, Box box) {
        return new Solid(place, box).surface();
    }

    private Mesh surface() {
        var whole = new Mesh(List.of(), List.of());
        for (int axis = 0; axis < 3; axis++) {
            var low = side(axis, 0);
            var high = side(axis, 1);
            if (coincide(low, high)) {
                continue;
            }
            for (var mesh : List.of(low, high)) {
                whole = isThin(mesh) ? whole : whole.and(mesh);
            }
        }
        return whole;
    }

    private Mesh side(int axis, double end) {
        return Mesh.fitting(
                (u, v) -> {
                    var at = new ArrayList<Double>(List.of(u, v));
                    at.add(axis, end);
                    return place.at(at.get(0), at.get(1), at.get(2));
                },
                PIECES);
    }

    private boolean coincide(Mesh a, Mesh b) {
        if (a.nodes().size() != b.nodes().size()) {
            return false;
        }
        for (int i = 0; i < a.nodes().size(); i++) {
            if (box.distance(a.nodes().get(i), b.nodes().get(i)) > NOTHING) {
                return false;
            }
        }
        return true;
    }

    private boolean isThin(Mesh mesh) {
        double area = 0;
        for (var face : mesh.faces()) {
            var a = mesh.nodes().get(face[0]);
            var across = Triples.minus(mesh.nodes().get(face[2]), a);
            var other = Triples.minus(mesh.nodes().get(face[3]), mesh.nodes().get(face[1]));
            area += Triples.length(Triples.cross(across, other)) / 2;
        }
        return area < NOTHING * box.side(0) * box.side(1);
    }
}
