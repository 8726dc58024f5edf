package org.nabla.math.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.nabla.math.Expression;
import org.nabla.math.Expression.Call;
import org.nabla.math.Expression.Matrix;
import org.nabla.math.Function;
import org.nabla.math.SyntaxException;
import org.nabla.math.lexing.Lexeme;
import org.nabla.math.lexing.Lexeme.Kind;

/** Reads LaTeX's environments: matrices, determinants and cases. */
final class EnvironmentParser {
    private static final Set<String> MATRICES =
            Set.of("matrix", "pmatrix", "bmatrix", "Bmatrix", "smallmatrix", "array", "vmatrix", "Vmatrix");
    private static final Set<String> CASES = Set.of("cases", "dcases", "rcases");

    private final TokenCursor in;
    private final StatementParser statements;

    EnvironmentParser(TokenCursor in, StatementParser statements) {
        this.in = in;
        this.statements = statements;
    }

    Expression read() {
        var begin = in.next();
        if (!MATRICES.contains(begin.text()) && !CASES.contains(begin.text())) {
            throw new SyntaxException("The environment " + begin.text() + " cannot be read here.", begin);
        }
        var rows = new ArrayList<List<Expression>>();
        boolean conditional = CASES.contains(begin.text());
        boolean otherwise = false;
        do {
            if (in.at(Kind.END)) {
                break;
            }
            var row = new ArrayList<Expression>();
            row.add(statements.statement());
            in.accept(Kind.COMMA);
            while (in.accept(Kind.CELL)) {
                conditional |= in.accept(Kind.IF);
                if (in.accept(Kind.OTHERWISE)) {
                    otherwise = true;
                    conditional = true;
                } else {
                    row.add(statements.statement());
                }
            }
            rows.add(row);
        } while (!otherwise && in.accept(Kind.ROW));
        in.accept(Kind.ROW);
        end(begin);
        return conditional || rows.stream().anyMatch(this::hasCondition) ? cases(begin, rows) : matrix(begin, rows);
    }

    private boolean hasCondition(List<Expression> row) {
        return row.size() == 2 && row.get(1) instanceof Expression.Relation;
    }

    private void end(Lexeme begin) {
        if (!in.at(Kind.END) || !in.peek().text().equals(begin.text())) {
            throw new SyntaxException("Close this with \\end{" + begin.text() + "}.", begin);
        }
        in.next();
    }

    private static Expression matrix(Lexeme begin, List<List<Expression>> rows) {
        if (rows.isEmpty()) {
            throw new SyntaxException("This matrix is empty.", begin);
        }
        if (rows.stream().anyMatch(row -> row.size() != rows.get(0).size())) {
            throw new SyntaxException("The rows of this matrix have different lengths.", begin);
        }
        var matrix = new Matrix(rows);
        return switch (begin.text()) {
            case "vmatrix" -> new Call(Function.DET, matrix);
            case "Vmatrix" -> new Call(Function.NORM, matrix);
            default -> matrix;
        };
    }

    /** Each row a value with its condition; the last may be a value for all else. */
    private static Expression cases(Lexeme begin, List<List<Expression>> rows) {
        var arguments = new ArrayList<Expression>();
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            boolean last = i == rows.size() - 1;
            if (row.size() > 2 || row.size() == 1 && !last) {
                throw new SyntaxException("Write a value and its condition in each row.", begin);
            }
            arguments.addAll(row);
        }
        var function = Function.PIECEWISE;
        if (arguments.size() < function.minArguments() || arguments.size() > function.maxArguments()) {
            throw new SyntaxException("Write two to ten values with their conditions.", begin);
        }
        return new Call(function, arguments);
    }
}
