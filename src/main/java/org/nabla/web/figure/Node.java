package org.nabla.web.figure;

/**
 * A point in space as it is drawn, from the middle of the box, in parts of {@value #UNIT} of the longest side: whole numbers, so that the
 * server and the script draw from the same.
 */
record Node(int x, int y, int z) {

    static final int UNIT = 2000;

    Node towards(Node other, int part, int parts) {
        return new Node(
                x + Math.floorDiv((other.x - x) * part, parts),
                y + Math.floorDiv((other.y - y) * part, parts),
                z + Math.floorDiv((other.z - z) * part, parts));
    }
}
