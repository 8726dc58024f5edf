package org.nabla.exercise.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nabla.exercise.space.Vectors;

/** From where a figure in space is best seen: no arrow from behind its tip, no plane from its edge. */
final class SpaceViews {
    /** As in textbooks, and then a little from the side. */
    private static final List<List<Double>> VIEWS = List.of(
            List.of(35.0, 24.0), List.of(58.0, 24.0), List.of(14.0, 24.0), List.of(35.0, 40.0), List.of(-25.0, 24.0));

    /** What is seen to this part of its size is seen well enough. */
    private static final double ENOUGH = 0.35;

    private SpaceViews() {}

    /** The first view from which all is seen well, or else the one from which the worst is seen best. */
    static List<Double> best(List<Object> layers) {
        var best = VIEWS.get(0);
        double most = -1;
        for (var view : VIEWS) {
            double least = Math.min(least(layers, direction(view)), ENOUGH);
            if (least > most + 1e-9) {
                most = least;
                best = view;
            }
        }
        return best;
    }

    private static double[] direction(List<Double> view) {
        double azimuth = Math.toRadians(view.get(0));
        double elevation = Math.toRadians(view.get(1));
        return new double[] {
            Math.cos(elevation) * Math.cos(azimuth), Math.cos(elevation) * Math.sin(azimuth), Math.sin(elevation),
        };
    }

    private static double least(List<Object> layers, double[] towards) {
        double least = 1;
        for (var layer : layers) {
            var data = (Map<?, ?>) layer;
            if ("arrow".equals(data.get("type"))) {
                var along = Vectors.minus(point(data.get("to")), point(data.get("from")));
                least = Math.min(least, part(Vectors.length(Vectors.cross(along, towards)), along));
            } else if ("sheet".equals(data.get("type"))) {
                var normal = normal(list(list(data.get("lines")).get(0)));
                least = Math.min(least, part(Math.abs(Vectors.dot(normal, towards)), normal));
            } else if ("mesh".equals(data.get("type"))) {
                var normal = flat(list(data.get("nodes")), list(data.get("faces")));
                least = Math.min(least, part(Math.abs(Vectors.dot(normal, towards)), normal));
            }
        }
        return least;
    }

    /** The normal vector of a surface that is flat; zero for all others. */
    private static double[] flat(List<?> nodes, List<?> faces) {
        var sum = new double[3];
        double all = 0;
        for (var face : faces) {
            var corners = list(face).stream()
                    .map(n -> 3 * ((Number) n).intValue())
                    .map(i -> List.of(nodes.get(i), nodes.get(i + 1), nodes.get(i + 2)))
                    .toList();
            var normal = normal(corners);
            sum = Vectors.plus(sum, normal, 1);
            all += Vectors.length(normal);
        }
        return Vectors.length(sum) > 0.99 * all ? sum : new double[3];
    }

    private static double part(double seen, double[] of) {
        double length = Vectors.length(of);
        return length == 0 ? 1 : seen / length;
    }

    private static double[] normal(List<?> edge) {
        var sum = new double[3];
        var first = point(edge.get(0));
        var corners = new ArrayList<double[]>();
        edge.forEach(p -> corners.add(Vectors.minus(point(p), first)));
        for (int i = 1; i < corners.size(); i++) {
            sum = Vectors.plus(sum, Vectors.cross(corners.get(i - 1), corners.get(i)), 1);
        }
        return sum;
    }

    private static double[] point(@Nullable Object point) {
        return list(point).stream().mapToDouble(n -> ((Number) n).doubleValue()).toArray();
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }
}
