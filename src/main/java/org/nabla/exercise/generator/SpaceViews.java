package org.nabla.exercise.generator;

import java.util.ArrayList;
import java.util.List;
import org.nabla.exercise.space.Triples;
import org.nabla.figure.FigureFields;

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
            var data = FigureFields.of(layer);
            var type = data.at("type").text();
            if (type.equals("arrow")) {
                var along =
                        Triples.minus(data.at("to").numbers(), data.at("from").numbers());
                least = Math.min(least, part(Triples.length(Triples.cross(along, towards)), along));
            } else if (type.equals("sheet")) {
                var normal = normal(data.at("lines").list().get(0).list());
                least = Math.min(least, part(Math.abs(Triples.dot(normal, towards)), normal));
            } else if (type.equals("mesh")) {
                var normal = flat(data.at("nodes").numbers(), data.at("faces").list());
                least = Math.min(least, part(Math.abs(Triples.dot(normal, towards)), normal));
            }
        }
        return least;
    }

    /** The normal vector of a surface that is flat; zero for all others. */
    private static double[] flat(double[] nodes, List<FigureFields> faces) {
        var sum = new double[3];
        double all = 0;
        for (var face : faces) {
            var normal = across(face.stream()
                    .map(n -> 3 * (int) n.number())
                    .map(i -> new double[] {nodes[i], nodes[i + 1], nodes[i + 2]})
                    .toList());
            sum = Triples.plus(sum, normal, 1);
            all += Triples.length(normal);
        }
        return Triples.length(sum) > 0.99 * all ? sum : new double[3];
    }

    private static double part(double seen, double[] of) {
        double length = Triples.length(of);
        return length == 0 ? 1 : seen / length;
    }

    private static double[] normal(List<FigureFields> edge) {
        return across(edge.stream().map(FigureFields::numbers).toList());
    }

    private static double[] across(List<double[]> edge) {
        var sum = new double[3];
        var first = edge.get(0);
        var corners = new ArrayList<double[]>();
        edge.forEach(p -> corners.add(Triples.minus(p, first)));
        for (int i = 1; i < corners.size(); i++) {
            sum = Triples.plus(sum, Triples.cross(corners.get(i - 1), corners.get(i)), 1);
        }
        return sum;
    }
}
