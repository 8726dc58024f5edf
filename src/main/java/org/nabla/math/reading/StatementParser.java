package org.nabla.math.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nabla.math.Expression;
import org.nabla.math.Expression.And;
import org.nabla.math.Expression.Application;
import org.nabla.math.Expression.Listing;
import org.nabla.math.Expression.Or;
import org.nabla.math.Expression.Relation;
import org.nabla.math.Expression.Sign;
import org.nabla.math.Expression.Symbol;
import org.nabla.math.Expression.Union;
import org.nabla.math.SyntaxException;
import org.nabla.math.lexing.Lexeme;
import org.nabla.math.lexing.Lexeme.Kind;

/** Reads what stands above sums: lists, conditions, relations and unions. */
final class StatementParser {
    private final TokenCursor in;
    private final SumParser sums;

    StatementParser(TokenCursor in) {
        this.in = in;
        this.sums = new SumParser(in, this);
    }

    /** The whole text. */
    Expression text() {
        var entries = new ArrayList<Expression>();
        entries.add(statement());
        int comma = -1;
        boolean grouped = true;
        while (in.at(Kind.COMMA) || in.at(Kind.SEMICOLON)) {
            comma = in.index();
            in.next();
            entries.add(statement());
            grouped &= groupsDigits(comma) && comma + 2 == in.index();
        }
        if (!in.at(Kind.END_OF_TEXT)) {
            throw unexpected(in.peek());
        }
        if (entries.size() > 1) {
            refuseCommaInNumber(comma, entries.size(), grouped);
        }
        return entries.size() == 1 ? entries.get(0) : new Listing(entries);
    }

    private static SyntaxException unexpected(Lexeme token) {
        return switch (token.kind()) {
            case CLOSE_ROUND, CLOSE_SQUARE, CLOSE_BRACE, CLOSE_GROUP, CLOSE_ANGLE ->
                new SyntaxException(
                        "There is a " + token.text() + " too many: take it away, or open it before.", token);
            case OPEN_BRACE -> new SyntaxException("Braces are for sets: write round brackets.", token);
            case UNDERSCORE -> new SyntaxException("Only a name can carry an index: take the _ away.", token);
            case SIGN -> new SyntaxException("A vector is written <a, b> or (a, b).", token);
            case CELL, ROW -> new SyntaxException("Rows and columns belong in a matrix.", token);
            default -> new SyntaxException("This cannot stand here: take it away, or write a sign before it.", token);
        };
    }

    /** Between two digits without a space a comma is probably meant as a decimal point, or to group thousands. */
    private void refuseCommaInNumber(int comma, int entries, boolean grouped) {
        var before = in.token(comma - 1).text();
        var after = in.token(comma + 1).text();
        var minus = in.token(0).is(Kind.MINUS) && comma == 2 ? in.source(0, 1) : "";
        boolean thousands = entries == 2 && isBetweenDigits(comma) && after.matches("[0-9]{3}\\.[0-9]+");
        if (grouped || thousands) {
            throw new SyntaxException(
                    "A comma separates entries: write a large number without commas, and a list with a space after each.",
                    in.token(comma));
        }
        if (entries == 2 && isBetweenDigits(comma) && after.contains(".")) {
            throw new SyntaxException(
                    "A comma separates entries: write a space after it for two entries, or leave it away.",
                    in.token(comma));
        }
        if (entries == 2 && isBetweenDigits(comma)) {
            throw new SyntaxException(
                    "A comma separates entries: write " + minus + before + "." + after + " for the number, or " + minus
                            + before + ", " + after + " with a space for two entries.",
                    in.token(comma));
        }
    }

    private boolean isBetweenDigits(int comma) {
        var before = in.token(comma - 1);
        var after = in.token(comma + 1);
        return in.token(comma).is(Kind.COMMA)
                && before.is(Kind.NUMBER)
                && before.text().matches("[0-9]+")
                && after.is(Kind.NUMBER)
                && !in.token(comma).spaced()
                && !after.spaced();
    }

    private boolean groupsDigits(int comma) {
        return isBetweenDigits(comma)
                && in.token(comma + 1).length() == 3
                && in.token(comma - 1).length() <= 3;
    }

    /** Conditions joined by "or". */
    Expression statement() {
        var conditions = new ArrayList<Expression>();
        do {
            conditions.add(conjunction());
        } while (in.accept(Kind.OR));
        return conditions.size() == 1 ? conditions.get(0) : new Or(conditions);
    }

    private Expression conjunction() {
        var conditions = new ArrayList<Expression>();
        do {
            conditions.add(relation());
        } while (in.accept(Kind.AND));
        return conditions.size() == 1 ? conditions.get(0) : new And(conditions);
    }

    private Expression relation() {
        var sides = new ArrayList<Expression>();
        var signs = new ArrayList<Sign>();
        sides.add(side());
        while (in.at(Kind.SIGN)) {
            signs.add(Sign.valueOf(in.next().text()));
            sides.add(side());
        }
        if (in.at(Kind.ELEMENT_OF)) {
            var sign = in.next();
            return Memberships.of(sides.get(sides.size() - 1), sets(), sign);
        }
        return sides.size() == 1 ? sides.get(0) : new Relation(sides, signs);
    }

    private Expression side() {
        return label().orElseGet(this::sets);
    }

    /** A name of the answer left of an equals sign, which need not be declared: {@code z = …}, {@code f(x, y) = …}. */
    private Optional<Expression> label() {
        var name = in.peek();
        if (!name.is(Kind.UNKNOWN) && !name.is(Kind.SYMBOL) && !name.is(Kind.DECLARED_FUNCTION)) {
            return Optional.empty();
        }
        if (in.peek(1).isSign(Sign.EQUAL)) {
            refuseWrongCase(name);
            in.next();
            return Optional.of(new Symbol(name.text()));
        }
        return in.peek(1).is(Kind.OPEN_ROUND) ? labelWithArguments(name) : Optional.empty();
    }

    private Optional<Expression> labelWithArguments(Lexeme name) {
        var arguments = new ArrayList<Expression>();
        boolean foreign = name.is(Kind.UNKNOWN);
        int i = 2;
        for (; in.peek(i).is(Kind.SYMBOL) || in.peek(i).is(Kind.UNKNOWN); i += 2) {
            foreign |= in.peek(i).is(Kind.UNKNOWN);
            arguments.add(new Symbol(in.peek(i).text()));
            if (!in.peek(i + 1).is(Kind.COMMA)) {
                break;
            }
        }
        if (!foreign
                || arguments.isEmpty()
                || !in.peek(i + 1).is(Kind.CLOSE_ROUND)
                || !in.peek(i + 2).isSign(Sign.EQUAL)) {
            return Optional.empty();
        }
        for (int taken = 0; taken < i + 2; taken++) {
            in.next();
        }
        return Optional.of(new Application(name.text(), arguments));
    }

    private void refuseWrongCase(Lexeme name) {
        if (name.is(Kind.UNKNOWN) && in.names.complaint(name.text()).contains("did you mean")) {
            throw new SyntaxException(in.names.complaint(name.text()), name);
        }
    }

    /** {@code R - {3}}, {@code ℝ∖{0, 1}}: what is left out of a set is so of the one variable that there is. */
    private Expression leftOut(Expression set) {
        var sign = in.peek();
        var variables = in.names.vocabulary().variables().keySet();
        if (variables.size() != 1) {
            throw new SyntaxException("Write what is left out as a condition, such as x != 0.", sign);
        }
        var element = new Symbol(variables.iterator().next());
        var rest = set;
        while (in.accept(Kind.SETMINUS)) {
            rest = Memberships.without(rest, sums.sum(), element, sign);
        }
        return Memberships.leavesOut(rest) ? Memberships.split(rest, element, sign) : rest;
    }

    /** Sums, or sets joined to a union: the level below relations. */
    Expression sets() {
        var sets = new ArrayList<Expression>(List.of(sums.sum()));
        while (in.accept(Kind.UNION)) {
            sets.add(sums.sum());
        }
        var all = sets.size() == 1 ? sets.get(0) : new Union(sets);
        return in.at(Kind.SETMINUS) || Memberships.leavesOut(all) ? leftOut(all) : all;
    }
}
