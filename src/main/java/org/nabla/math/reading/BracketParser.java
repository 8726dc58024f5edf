package org.nabla.math.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.nabla.math.Expression;
import org.nabla.math.Expression.Braces;
import org.nabla.math.Expression.Brackets;
import org.nabla.math.Expression.Call;
import org.nabla.math.Expression.Interval;
import org.nabla.math.Expression.Matrix;
import org.nabla.math.Expression.Sign;
import org.nabla.math.Expression.Tuple;
import org.nabla.math.Function;
import org.nabla.math.SyntaxException;
import org.nabla.math.lexing.Lexeme;
import org.nabla.math.lexing.Lexeme.Kind;

/** Reads what stands between brackets and bars: groups, vectors, points, intervals, matrices, sets, absolute values. */
final class BracketParser {
    private final TokenCursor in;
    private final StatementParser statements;
    private final EnvironmentParser environments;

    BracketParser(TokenCursor in, StatementParser statements) {
        this.in = in;
        this.statements = statements;
        this.environments = new EnvironmentParser(in, statements);
    }

    boolean starts() {
        return switch (in.peek().kind()) {
            case OPEN_ROUND,
                    OPEN_SQUARE,
                    OPEN_BRACE,
                    OPEN_GROUP,
                    OPEN_ANGLE,
                    OPEN_FLOOR,
                    OPEN_CEILING,
                    OPEN_BAR,
                    BAR,
                    OPEN_NORM,
                    NORM,
                    BEGIN -> true;
            case SIGN -> in.peek().isSign(Sign.LESS);
            case CLOSE_SQUARE -> intervalFollows();
            default -> false;
        };
    }

    Expression read() {
        int bars = in.bars;
        int norms = in.norms;
        var open = in.peek();
        boolean bar = open.is(Kind.BAR) || open.is(Kind.NORM);
        if (!bar) {
            in.bars = 0;
            in.norms = 0;
        }
        var result = switch (open.kind()) {
            case OPEN_ROUND -> round();
            case OPEN_SQUARE -> square(false);
            case CLOSE_SQUARE -> openInterval();
            case OPEN_BRACE -> braces();
            case OPEN_GROUP -> group();
            case BEGIN -> environments.read();
            case OPEN_ANGLE, SIGN -> angle();
            case OPEN_FLOOR -> around(Function.FLOOR, Kind.CLOSE_FLOOR);
            case OPEN_CEILING -> around(Function.CEILING, Kind.CLOSE_CEILING);
            case OPEN_NORM -> around(Function.NORM, Kind.CLOSE_NORM);
            case NORM -> norm();
            default -> absolute(open.is(Kind.BAR) ? Kind.BAR : Kind.CLOSE_BAR);
        };
        in.bars = bars;
        in.norms = norms;
        return result;
    }

    /** The arguments of a function, in round brackets. */
    List<Expression> arguments() {
        int bars = in.bars;
        int norms = in.norms;
        in.bars = 0;
        in.norms = 0;
        var open = in.next();
        refuseEmpty(open, Kind.CLOSE_ROUND);
        var arguments = list(statements::statement, Kind.COMMA);
        close(open, Kind.CLOSE_ROUND);
        in.bars = bars;
        in.norms = norms;
        return arguments;
    }

    /** The braces of LaTeX around one expression. */
    Expression group() {
        var open = in.next();
        var close = open.is(Kind.OPEN_GROUP) ? Kind.CLOSE_GROUP : Kind.CLOSE_BRACE;
        refuseEmpty(open, close);
        int bars = in.bars;
        in.bars = 0;
        var content = statements.statement();
        in.bars = bars;
        close(open, close);
        return content;
    }

    /** The degree of a root: {@code [3]}. */
    Expression degree() {
        var open = in.next();
        var degree = statements.sets();
        close(open, Kind.CLOSE_SQUARE);
        return degree;
    }

    private List<Expression> list(Supplier<Expression> entry, Kind separator) {
        var entries = new ArrayList<Expression>();
        do {
            entries.add(entry.get());
        } while (in.accept(separator));
        return entries;
    }

    private void refuseEmpty(Lexeme open, Kind close) {
        if (in.at(close)) {
            throw new SyntaxException(
                    "Something is missing between these brackets.",
                    open.position(),
                    in.peek().end() - open.position());
        }
    }

    private void close(Lexeme open, Kind close) {
        if (in.accept(close)) {
            return;
        }
        var token = in.peek();
        if (token.is(Kind.END_OF_TEXT) || token.is(Kind.CLOSE_GROUP)) {
            throw new SyntaxException("This bracket is not closed: add the closing one.", open);
        }
        throw new SyntaxException("Close the bracket that was opened before, or write a sign here.", token);
    }

    private Expression round() {
        var open = in.next();
        refuseEmpty(open, Kind.CLOSE_ROUND);
        var entries = new ArrayList<>(List.of(statements.statement()));
        if (in.at(Kind.COMMA) || in.at(Kind.SEMICOLON)) {
            var separator = in.next().kind();
            entries.addAll(list(statements::statement, separator));
        }
        if (entries.size() == 2 && in.accept(Kind.CLOSE_SQUARE)) {
            return new Interval(entries.get(0), false, entries.get(1), true);
        }
        close(open, Kind.CLOSE_ROUND);
        return entries.size() == 1 ? entries.get(0) : new Tuple(Brackets.ROUND, entries);
    }

    /** A row within other square brackets keeps its brackets also around one entry; elsewhere those of learners only group. */
    private Expression square(boolean row) {
        var open = in.next();
        refuseEmpty(open, Kind.CLOSE_SQUARE);
        boolean environment = in.at(Kind.BEGIN);
        var rows = new ArrayList<List<Expression>>();
        boolean nested = true;
        do {
            var entries = new ArrayList<Expression>();
            do {
                boolean bracket = bracketIsWholeEntry();
                entries.add(bracket ? nestedRow() : statements.statement());
                nested &= bracket && entries.get(entries.size() - 1) instanceof Tuple;
            } while (in.accept(Kind.COMMA));
            rows.add(entries);
        } while (in.accept(Kind.SEMICOLON));
        var entries = rows.get(0);
        var ends = rows.size() == 1 ? entries : rows.stream().map(r -> r.get(0)).toList();
        boolean pair = ends.size() == 2 && rows.stream().allMatch(r -> rows.size() == 1 || r.size() == 1);
        if (pair && (in.at(Kind.CLOSE_ROUND) || in.at(Kind.OPEN_SQUARE))) {
            in.next();
            return new Interval(ends.get(0), true, ends.get(1), false);
        }
        close(open, Kind.CLOSE_SQUARE);
        if (rows.size() > 1) {
            boolean ofRows = nested && rows.stream().allMatch(r -> r.size() == 1);
            return matrix(
                    open,
                    ofRows
                            ? rows.stream()
                                    .map(r -> ((Tuple) r.get(0)).entries())
                                    .toList()
                            : rows);
        }
        if (nested) {
            return matrix(open, entries.stream().map(e -> ((Tuple) e).entries()).toList());
        }
        boolean grouping = environment || !row && !in.names.vocabulary().forAuthors();
        return grouping && entries.size() == 1 ? entries.get(0) : new Tuple(Brackets.SQUARE, entries);
    }

    /** {@code ]2, 5[} and {@code ]2, 5]}: a bracket that turns its back on an end leaves it out. */
    private Expression openInterval() {
        var open = in.next();
        var lower = statements.sets();
        if (!in.accept(Kind.COMMA) && !in.accept(Kind.SEMICOLON)) {
            throw new SyntaxException("Write the second end of the interval.", open);
        }
        var upper = statements.sets();
        boolean closed = in.at(Kind.CLOSE_SQUARE);
        if (!closed && !in.at(Kind.OPEN_SQUARE) && !in.at(Kind.CLOSE_ROUND)) {
            throw new SyntaxException("This bracket is not closed: add the closing one.", open);
        }
        in.next();
        return new Interval(lower, false, upper, closed);
    }

    /** Whether a comma follows within the same brackets, and a bracket behind it. */
    private boolean intervalFollows() {
        int level = 0;
        boolean comma = false;
        for (int i = 1; !in.peek(i).is(Kind.END_OF_TEXT); i++) {
            switch (in.peek(i).kind()) {
                case OPEN_ROUND, OPEN_BRACE, OPEN_GROUP -> level++;
                case COMMA, SEMICOLON -> comma |= level == 0;
                case OPEN_SQUARE -> {
                    if (level == 0) {
                        return comma;
                    }
                }
                case CLOSE_ROUND, CLOSE_BRACE, CLOSE_GROUP, CLOSE_SQUARE -> {
                    if (level == 0) {
                        return comma && !in.peek(i).is(Kind.CLOSE_BRACE);
                    }
                    level--;
                }
                default -> {}
            }
        }
        return false;
    }

    /** Whether a square bracket ahead ends an interval, as in {@code [2, 5[}: nothing that it could open follows. */
    boolean endsInterval() {
        return in.at(Kind.OPEN_SQUARE)
                && switch (in.peek(1).kind()) {
                    case END_OF_TEXT, UNION, SETMINUS, AND, OR, COMMA, SEMICOLON, CLOSE_BRACE, CLOSE_GROUP -> true;
                    default -> false;
                };
    }

    private Expression nestedRow() {
        in.enter();
        var row = square(true);
        in.leave();
        return row;
    }

    /** Whether a square bracket opens here and closes at the end of the entry. */
    private boolean bracketIsWholeEntry() {
        if (!in.at(Kind.OPEN_SQUARE)) {
            return false;
        }
        int level = 0;
        int i = 0;
        do {
            level += switch (in.peek(i).kind()) {
                case OPEN_ROUND, OPEN_SQUARE, OPEN_BRACE, OPEN_GROUP -> 1;
                case CLOSE_ROUND, CLOSE_SQUARE, CLOSE_BRACE, CLOSE_GROUP -> -1;
                default -> 0;
            };
            i++;
        } while (level > 0 && !in.peek(i).is(Kind.END_OF_TEXT));
        var after = in.peek(i).kind();
        return after == Kind.COMMA || after == Kind.CLOSE_SQUARE || after == Kind.SEMICOLON;
    }

    private static Matrix matrix(Lexeme open, List<List<Expression>> rows) {
        if (rows.stream().anyMatch(row -> row.size() != rows.get(0).size())) {
            throw new SyntaxException("The rows of this matrix have different lengths.", open);
        }
        return new Matrix(rows);
    }

    private Expression braces() {
        var open = in.next();
        if (in.accept(Kind.CLOSE_BRACE)) {
            return new Braces(List.of());
        }
        if (builderFollows()) {
            return builder(open);
        }
        boolean environment = in.at(Kind.BEGIN);
        var entries = list(statements::statement, in.at(Kind.SEMICOLON) ? Kind.SEMICOLON : Kind.COMMA);
        if (environment && entries.size() == 1 && in.accept(Kind.CLOSE_NOTHING)) {
            return entries.get(0);
        }
        close(open, Kind.CLOSE_BRACE);
        boolean group = entries.size() == 1 && open.length() == 1 && in.at(Kind.CARET);
        return group ? entries.get(0) : new Braces(entries);
    }

    /** {@code {x | …}}, {@code {x ∈ ℝ : …}} or {@code {(x, y) | …}}: the set of what satisfies the conditions. */
    private boolean builderFollows() {
        int i = 0;
        if (in.peek(i).is(Kind.OPEN_ROUND)) {
            i++;
            while (in.peek(i).is(Kind.SYMBOL) && in.peek(i + 1).is(Kind.COMMA)) {
                i += 2;
            }
            if (!in.peek(i).is(Kind.SYMBOL) || !in.peek(++i).is(Kind.CLOSE_ROUND)) {
                return false;
            }
        } else if (!in.peek(i).is(Kind.SYMBOL)) {
            return false;
        }
        i++;
        return in.peek(i).is(Kind.BAR)
                || in.peek(i).is(Kind.COLON)
                || in.peek(i).is(Kind.ELEMENT_OF);
    }

    private Expression builder(Lexeme open) {
        var conditions = new ArrayList<Expression>();
        var element = element();
        if (in.at(Kind.ELEMENT_OF)) {
            var sign = in.next();
            in.bars++; // the next bar opens nothing
            var within = Memberships.of(element, statements.sets(), sign);
            in.bars--;
            if (within != Expression.Word.ALL_REALS) {
                conditions.add(within);
            }
        }
        if (in.accept(Kind.BAR) || in.accept(Kind.COLON)) {
            conditions.addAll(list(statements::statement, Kind.COMMA));
        }
        close(open, Kind.CLOSE_BRACE);
        return switch (conditions.size()) {
            case 0 -> Expression.Word.ALL_REALS;
            case 1 -> conditions.get(0);
            default -> new Expression.And(conditions);
        };
    }

    private Expression element() {
        if (!in.accept(Kind.OPEN_ROUND)) {
            return new Expression.Symbol(in.next().text());
        }
        var names = list(() -> new Expression.Symbol(in.next().text()), Kind.COMMA);
        in.next();
        return new Tuple(Brackets.ROUND, names);
    }

    private Expression angle() {
        var open = in.next();
        if (in.at(Kind.CLOSE_ANGLE) || in.peek().isSign(Sign.GREATER)) {
            throw new SyntaxException(
                    "Something is missing between these brackets.",
                    open.position(),
                    in.peek().end() - open.position());
        }
        var entries = new ArrayList<>(List.of(statements.sets()));
        var separator = in.at(Kind.SEMICOLON) ? Kind.SEMICOLON : Kind.COMMA;
        while (in.accept(separator)) {
            entries.add(statements.sets());
        }
        var end = in.peek();
        if (end.isSign(Sign.GREATER_OR_EQUAL) && end.length() == 2) {
            in.replace(new Lexeme(Kind.SIGN, Sign.EQUAL.name(), end.position() + 1, 1, false));
        } else if (end.is(Kind.CLOSE_ANGLE) || end.isSign(Sign.GREATER)) {
            in.next();
        } else if (open.is(Kind.SIGN) && end.is(Kind.END_OF_TEXT)) {
            throw new SyntaxException("Something is missing before the <, or a vector is not closed: add >.", open);
        } else {
            close(open, Kind.CLOSE_ANGLE);
        }
        return new Tuple(Brackets.ANGLE, entries);
    }

    private Expression around(Function function, Kind close) {
        var open = in.next();
        var content = statements.sets();
        close(open, close);
        return new Call(function, content);
    }

    /** Two bars that touch two others, around one thing, are a norm. */
    private Expression absolute(Kind close) {
        var open = in.next();
        int inner = in.index();
        if (close == Kind.BAR) {
            in.bars++;
        }
        if (in.at(Kind.END_OF_TEXT)) {
            throw new SyntaxException("This bar is not closed, or opens too much: add | or take it away.", open);
        }
        var content = statements.sets();
        var last = in.peek(-1);
        if (!in.at(close)) {
            throw new SyntaxException("This bar is not closed: add |.", open);
        }
        var end = in.next();
        boolean doubled = in.token(inner).is(open.kind())
                && in.token(inner).position() == open.end()
                && last.is(close)
                && last.end() == end.position();
        boolean norm = doubled && content.isCallOf(Function.ABS);
        return norm ? new Call(Function.NORM, content.children()) : new Call(Function.ABS, content);
    }

    private Expression norm() {
        var open = in.next();
        in.norms++;
        int bars = in.bars;
        in.bars = 0;
        var content = statements.sets();
        in.bars = bars;
        if (!in.accept(Kind.NORM)) {
            throw new SyntaxException("This double bar is not closed: add ||.", open);
        }
        return new Call(Function.NORM, content);
    }

    /** Whether the {@code <} ahead opens a vector, as in {@code t<1, 2>}, and is no relation, as in {@code x<1, y>2}. */
    boolean vectorFollows() {
        int level = 0;
        boolean comma = false;
        for (int i = 1; ; i++) {
            var token = in.peek(i);
            switch (token.kind()) {
                case OPEN_ROUND, OPEN_SQUARE, OPEN_BRACE, OPEN_GROUP -> level++;
                case CLOSE_ROUND, CLOSE_SQUARE, CLOSE_BRACE, CLOSE_GROUP -> level--;
                case COMMA -> comma |= level == 0;
                default -> {}
            }
            if (level < 0
                    || token.is(Kind.END_OF_TEXT)
                    || token.is(Kind.SIGN) && level == 0 && !token.isSign(Sign.GREATER)) {
                return false;
            }
            if (token.isSign(Sign.GREATER) && level == 0) {
                return comma
                        && (endsVector(in.peek(i + 1))
                                || in.peek(i + 1).is(Kind.MINUS)
                                        && in.peek(i + 2).isSign(Sign.LESS));
            }
        }
    }

    private boolean endsVector(Lexeme after) {
        return switch (after.kind()) {
            case END_OF_TEXT, CLOSE_ROUND, CLOSE_SQUARE, CLOSE_BRACE, CLOSE_GROUP, COMMA, PLUS, TIMES, DIVIDE -> true;
            case SIGN -> after.isSign(Sign.EQUAL);
            case MINUS -> vectorBefore();
            default -> false;
        };
    }

    /** Whether at this level of brackets an earlier {@code <} stands where only a vector can. */
    private boolean vectorBefore() {
        int level = 0;
        for (int i = in.index() - 1; i >= 0 && level >= 0; i--) {
            level += switch (in.token(i).kind()) {
                case OPEN_ROUND, OPEN_SQUARE, OPEN_BRACE, OPEN_GROUP -> -1;
                case CLOSE_ROUND, CLOSE_SQUARE, CLOSE_BRACE, CLOSE_GROUP -> 1;
                default -> 0;
            };
            if (level == 0 && in.token(i).isSign(Sign.LESS) && operandExpectedAt(i)) {
                return true;
            }
        }
        return false;
    }

    private boolean operandExpectedAt(int token) {
        return token == 0
                || switch (in.token(token - 1).kind()) {
                    case PLUS, MINUS, TIMES, COMMA, SIGN, OPEN_ROUND -> true;
                    default -> false;
                };
    }
}
