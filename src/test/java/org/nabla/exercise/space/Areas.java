package org.nabla.exercise.space;

/** The area of a mesh. */
final class Areas {
    private Areas() {}

    static double of(Mesh mesh) {
        double area = 0;
        for (var face : mesh.faces()) {
            var a = mesh.nodes().get(face[0]);
            for (int i = 2; i < face.length; i++) {
                var across = Triples.minus(mesh.nodes().get(face[i - 1]), a);
                var up = Triples.minus(mesh.nodes().get(face[i]), a);
                area += Triples.length(Triples.cross(across, up)) / 2;
            }
        }
        return area;
    }
}
