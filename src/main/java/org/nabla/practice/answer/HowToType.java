package org.nabla.practice.answer;

/** One line under the box that says how such an answer is typed. */
public final class HowToType {
    private HowToType() {}

    public static String forKind(String kind) {
        switch (kind) {
            case "number":
                return "A number, such as 3/4, sqrt(2) or 2pi.";
            case "expression":
                return "A formula, such as 2x y^3 + e^(x y).";
            case "antiderivative":
                return "A formula with its constant, such as x^2/2 + C.";
            case "vector":
            case "direction":
            case "parallel":
                return "Entries in brackets, such as (1, -2) or (2x, y).";
            case "point":
                return "Coordinates in brackets, such as (1, -2).";
            case "matrix":
                return "Row by row, such as [[1, 2], [3, 4]].";
            case "list":
                return "Separated by commas, in order, such as 1, 4, 9.";
            case "set":
                return "Separated by commas, in any order, such as (1, 0), (-1, 0).";
            case "equation":
                return "An equation, such as z = 2x - y + 3.";
            case "line":
            case "curve":
                return "With a parameter, such as (1 + t, 2t, 3).";
            case "plane":
                return "An equation, such as x + 2y - z = 4.";
            case "interval":
                return "An interval or inequality, such as (0, 1/2] or 0 < x <= 1/2.";
            case "region":
                return "Inequalities, such as 0 <= x <= 1 and y < x.";
            case "limit":
                return "A number, inf, -inf, or DNE if there is none.";
            case "integral":
                return "The bounds and what stands under the integral.";
            default:
                return "";
        }
    }
}
