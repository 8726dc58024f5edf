package org.nabla.project.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.nabla.exercise.TemplateError;
import org.nabla.project.template.Step;

/** Refuses names that NumPy 1.24 or NumPy 2 lacks, random numbers, and every other package. */
final class PythonNames {
    /** Gone in NumPy 2, gone before 1.24, or new since. */
    private static final Set<String> REFUSED = Set.of(
            "trapz",
            "trapezoid",
            "float_",
            "complex_",
            "product",
            "cumproduct",
            "in1d",
            "row_stack",
            "alltrue",
            "sometrue",
            "round_",
            "NaN",
            "Inf",
            "infty",
            "asfarray",
            "msort",
            "math",
            "bool",
            "int",
            "float",
            "object",
            "str",
            "vecdot",
            "astype",
            "concat",
            "permute_dims",
            "matrix_transpose",
            "acos",
            "acosh",
            "asin",
            "asinh",
            "atan",
            "atanh",
            "atan2",
            "pow",
            "isdtype",
            "bitwise_count",
            "unique_values",
            "unique_counts",
            "matvec",
            "vecmat",
            "cumulative_sum",
            "cumulative_prod",
            "unstack",
            "random",
            "matrix",
            "mat");

    private static final Pattern NAME = Pattern.compile("\\bnp\\.([A-Za-z_][A-Za-z0-9_]*)");
    private static final Pattern OTHER =
            Pattern.compile("(?m)^\\s*(?:import|from)\\s|\\.mT\\b|__|\\bopen\\(|\\beval\\(|\\bexec\\(");

    private PythonNames() {}

    static List<TemplateError> errors(Step step) {
        return step.python()
                .map(python -> errors(step, python.body() + "\n" + python.result()))
                .orElse(List.of());
    }

    private static List<TemplateError> errors(Step step, String code) {
        var errors = new ArrayList<TemplateError>();
        var place = step.python().map(Step.Python::place).orElse(step.place());
        var names = NAME.matcher(code);
        while (names.find()) {
            if (REFUSED.contains(names.group(1))) {
                errors.add(new TemplateError(
                        place, "np." + names.group(1) + " is not in both NumPy 1.24 and 2, or is not repeatable"));
            }
        }
        var other = OTHER.matcher(code);
        if (other.find()) {
            errors.add(new TemplateError(place, "\"" + other.group().strip() + "\" has no place in a notebook"));
        }
        return errors;
    }
}
