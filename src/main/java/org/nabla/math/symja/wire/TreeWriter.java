package org.nabla.math.symja.wire;

import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import org.nabla.math.Cas.Answer;
import org.nabla.math.Domain;
import org.nabla.math.Expression;
import org.nabla.math.Expression.And;
import org.nabla.math.Expression.Application;
import org.nabla.math.Expression.Braces;
import org.nabla.math.Expression.Call;
import org.nabla.math.Expression.Constant;
import org.nabla.math.Expression.Decimal;
import org.nabla.math.Expression.Interval;
import org.nabla.math.Expression.Listing;
import org.nabla.math.Expression.Matrix;
import org.nabla.math.Expression.Negation;
import org.nabla.math.Expression.Numeral;
import org.nabla.math.Expression.Or;
import org.nabla.math.Expression.Power;
import org.nabla.math.Expression.Product;
import org.nabla.math.Expression.Quotient;
import org.nabla.math.Expression.Relation;
import org.nabla.math.Expression.Sum;
import org.nabla.math.Expression.Symbol;
import org.nabla.math.Expression.Tuple;
import org.nabla.math.Expression.Union;
import org.nabla.math.Expression.Word;
import org.nabla.math.ExpressionVisitor;
import org.nabla.math.Rational;

/** Writes requests, answers and trees as bytes: a tag, then the parts. {@link TreeReader} reads them. */
public final class TreeWriter {
    static final int MAX_NODES = 20_000;
    static final int MAX_DEPTH = 400;

    /** Above this a decimal's exponent makes a number that nobody typed in good faith. */
    private static final int MAX_SCALE = 5_000;

    private final DataOutputStream out;
    private final Parts parts = new Parts();
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
        Body body = answer.either(
                found -> depth -> {
                    out.writeByte(0);
                    expression(found, depth);
                },
                reason -> depth -> {
                    out.writeByte(1);
                    out.writeByte(reason.ordinal());
                });
        body.write(0);
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
        var part = e.accept(parts);
        out.writeByte(part.tag().ordinal());
        part.body().write(depth);
    }

    /** What follows the tag of a node that stands this deep. */
    private interface Body {
        void write(int depth) throws IOException;
    }

    private record Part(Tag tag, Body body) {}

    private final class Parts implements ExpressionVisitor<Part> {

        @Override
        public Part numeral(Numeral numeral) {
            return new Part(Tag.NUMERAL, depth -> rational(numeral.value()));
        }

        @Override
        public Part decimal(Decimal decimal) {
            return new Part(Tag.DECIMAL, depth -> TreeWriter.this.decimal(decimal));
        }

        @Override
        public Part constant(Constant constant) {
            return new Part(Tag.CONSTANT, depth -> out.writeByte(constant.ordinal()));
        }

        @Override
        public Part word(Word word) {
            return new Part(Tag.WORD, depth -> out.writeByte(word.ordinal()));
        }

        @Override
        public Part symbol(Symbol symbol) {
            return new Part(Tag.SYMBOL, depth -> out.writeUTF(symbol.name()));
        }

        @Override
        public Part sum(Sum sum) {
            return new Part(Tag.SUM, depth -> list(sum.children(), depth));
        }

        @Override
        public Part product(Product product) {
            return new Part(Tag.PRODUCT, depth -> list(product.children(), depth));
        }

        @Override
        public Part braces(Braces braces) {
            return new Part(Tag.BRACES, depth -> list(braces.children(), depth));
        }

        @Override
        public Part listing(Listing listing) {
            return new Part(Tag.LISTING, depth -> list(listing.children(), depth));
        }

        @Override
        public Part and(And and) {
            return new Part(Tag.AND, depth -> list(and.children(), depth));
        }

        @Override
        public Part or(Or or) {
            return new Part(Tag.OR, depth -> list(or.children(), depth));
        }

        @Override
        public Part union(Union union) {
            return new Part(Tag.UNION, depth -> list(union.children(), depth));
        }

        @Override
        public Part negation(Negation negation) {
            return new Part(Tag.NEGATION, depth -> each(negation.children(), depth));
        }

        @Override
        public Part quotient(Quotient quotient) {
            return new Part(Tag.QUOTIENT, depth -> each(quotient.children(), depth));
        }

        @Override
        public Part power(Power power) {
            return new Part(Tag.POWER, depth -> each(power.children(), depth));
        }

        @Override
        public Part call(Call call) {
            return new Part(Tag.CALL, depth -> {
                out.writeByte(call.function().ordinal());
                list(call.arguments(), depth);
            });
        }

        @Override
        public Part application(Application application) {
            return new Part(Tag.APPLICATION, depth -> {
                out.writeUTF(application.name());
                list(application.arguments(), depth);
            });
        }

        @Override
        public Part tuple(Tuple tuple) {
            return new Part(Tag.TUPLE, depth -> {
                out.writeByte(tuple.brackets().ordinal());
                list(tuple.entries(), depth);
            });
        }

        @Override
        public Part matrix(Matrix matrix) {
            return new Part(Tag.MATRIX, depth -> {
                out.writeInt(matrix.rows().size());
                for (var row : matrix.rows()) {
                    list(row, depth);
                }
            });
        }

        @Override
        public Part relation(Relation relation) {
            return new Part(Tag.RELATION, depth -> {
                list(relation.sides(), depth);
                for (var sign : relation.signs()) {
                    out.writeByte(sign.ordinal());
                }
            });
        }

        @Override
        public Part interval(Interval interval) {
            return new Part(Tag.INTERVAL, depth -> {
                expression(interval.lower(), depth + 1);
                out.writeBoolean(interval.lowerClosed());
                expression(interval.upper(), depth + 1);
                out.writeBoolean(interval.upperClosed());
            });
        }
    }

    private void list(List<Expression> entries, int depth) throws IOException {
        out.writeInt(entries.size());
        each(entries, depth);
    }

    private void each(List<Expression> entries, int depth) throws IOException {
        for (var entry : entries) {
            expression(entry, depth + 1);
        }
    }

    private void decimal(Decimal decimal) throws IOException {
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
