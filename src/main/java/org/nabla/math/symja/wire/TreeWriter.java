package org.nabla.math.symja.wire;

import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import org.nabla.math.Cas.Answer;
import org.nabla.math.Domain;
import org.nabla.math.Expression;
import org.nabla.math.Rational;

/** Writes requests, answers and trees as bytes: a tag, then the parts. {@link TreeReader} reads them. */
public final class TreeWriter {
    static final int MAX_NODES = 20_000;
    static final int MAX_DEPTH = 400;

    /** Above this a decimal's exponent makes a number that nobody typed in good faith. */
    private static final int MAX_SCALE = 5_000;

    private final DataOutputStream out;
    private int nodes;

    public TreeWriter(DataOutputStream out) {
        this.out = out;
    }

    public void request(Request request) throws IOException {
        out.writeByte(request.operation().ordinal());
        list(request.arguments(), 0);
        out.writeInt(request.domains().size());
        for (var entry : request.domains().entrySet()) {
            out.writeUTF(entry.getKey());
            domain(entry.getValue());
        }
    }

    public void answer(Answer answer) throws IOException {
        if (answer instanceof Answer.Found found) {
            out.writeByte(0);
            expression(found.expression(), 0);
        } else if (answer instanceof Answer.Failed failed) {
            out.writeByte(1);
            out.writeByte(failed.reason().ordinal());
        }
    }

    private void domain(Domain domain) throws IOException {
        bound(domain.lower().orElse(Rational.ZERO), domain.lower().isPresent(), domain.lowerClosed());
        bound(domain.upper().orElse(Rational.ZERO), domain.upper().isPresent(), domain.upperClosed());
        out.writeBoolean(domain.withoutZero());
        out.writeBoolean(domain.wholeNumbers());
    }

    private void bound(Rational value, boolean present, boolean closed) throws IOException {
        out.writeBoolean(present);
        rational(value);
        out.writeBoolean(closed);
    }

    private void expression(Expression e, int depth) throws IOException {
        if (++nodes > MAX_NODES || depth > MAX_DEPTH) {
            throw new UnsupportedException("a tree too large");
        }
        var tag = Tag.of(e);
        out.writeByte(tag.ordinal());
        switch (tag) {
            case NUMERAL -> rational(((Expression.Numeral) e).value());
            case DECIMAL -> decimal((Expression.Decimal) e);
            case CONSTANT -> out.writeByte(((Expression.Constant) e).ordinal());
            case WORD -> out.writeByte(((Expression.Word) e).ordinal());
            case SYMBOL -> out.writeUTF(((Expression.Symbol) e).name());
            case SUM -> list(((Expression.Sum) e).terms(), depth);
            case PRODUCT -> list(((Expression.Product) e).factors(), depth);
            case BRACES -> list(((Expression.Braces) e).entries(), depth);
            case LISTING -> list(((Expression.Listing) e).entries(), depth);
            case AND -> list(((Expression.And) e).conditions(), depth);
            case OR -> list(((Expression.Or) e).conditions(), depth);
            case UNION -> list(((Expression.Union) e).sets(), depth);
            case NEGATION -> expression(((Expression.Negation) e).argument(), depth + 1);
            default -> compound(e, depth);
        }
    }

    private void compound(Expression e, int depth) throws IOException {
        if (e instanceof Expression.Quotient quotient) {
            expression(quotient.numerator(), depth + 1);
            expression(quotient.denominator(), depth + 1);
        } else if (e instanceof Expression.Power power) {
            expression(power.base(), depth + 1);
            expression(power.exponent(), depth + 1);
        } else if (e instanceof Expression.Call call) {
            out.writeByte(call.function().ordinal());
            list(call.arguments(), depth);
        } else if (e instanceof Expression.Application application) {
            out.writeUTF(application.name());
            list(application.arguments(), depth);
        } else if (e instanceof Expression.Tuple tuple) {
            out.writeByte(tuple.brackets().ordinal());
            list(tuple.entries(), depth);
        } else if (e instanceof Expression.Matrix matrix) {
            out.writeInt(matrix.rows().size());
            for (var row : matrix.rows()) {
                list(row, depth);
            }
        } else if (e instanceof Expression.Relation relation) {
            list(relation.sides(), depth);
            for (var sign : relation.signs()) {
                out.writeByte(sign.ordinal());
            }
        } else if (e instanceof Expression.Interval interval) {
            expression(interval.lower(), depth + 1);
            out.writeBoolean(interval.lowerClosed());
            expression(interval.upper(), depth + 1);
            out.writeBoolean(interval.upperClosed());
        }
    }

    private void list(List<Expression> entries, int depth) throws IOException {
        out.writeInt(entries.size());
        for (var entry : entries) {
            expression(entry, depth + 1);
        }
    }

    private void decimal(Expression.Decimal decimal) throws IOException {
        if (Math.abs((long) decimal.value().scale()) > MAX_SCALE) {
            throw new UnsupportedException("a decimal out of all proportion");
        }
        integer(decimal.value().unscaledValue());
        out.writeInt(decimal.value().scale());
    }

    private void rational(Rational value) throws IOException {
        integer(value.numerator());
        integer(value.denominator());
    }

    private void integer(BigInteger value) throws IOException {
        var bytes = value.toByteArray();
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
