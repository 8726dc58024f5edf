package org.nabla.math.symja.wire;

import java.io.DataInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.nabla.math.Cas;
import org.nabla.math.Cas.Answer;
import org.nabla.math.Domain;
import org.nabla.math.Expression;
import org.nabla.math.Function;
import org.nabla.math.Rational;

/** Reads what {@link TreeWriter} wrote. */
public final class TreeReader {
    private final DataInputStream in;

    public TreeReader(DataInputStream in) {
        this.in = in;
    }

    public Request request() throws IOException {
        var operation = Cas.Operation.values()[in.readUnsignedByte()];
        var arguments = list();
        var domains = new TreeMap<String, Domain>();
        for (int i = in.readInt(); i > 0; i--) {
            domains.put(in.readUTF(), domain());
        }
        return new Request(operation, arguments, domains);
    }

    public Answer answer() throws IOException {
        return in.readUnsignedByte() == 0
                ? new Answer.Found(expression())
                : new Answer.Failed(Cas.Reason.values()[in.readUnsignedByte()]);
    }

    private Domain domain() throws IOException {
        var lower = bound();
        var lowerClosed = in.readBoolean();
        var upper = bound();
        return new Domain(lower, lowerClosed, upper, in.readBoolean(), in.readBoolean(), in.readBoolean());
    }

    private Optional<Rational> bound() throws IOException {
        var present = in.readBoolean();
        var value = rational();
        return present ? Optional.of(value) : Optional.empty();
    }

    private Expression expression() throws IOException {
        return switch (Tag.at(in.readUnsignedByte())) {
            case NUMERAL -> new Expression.Numeral(rational());
            case DECIMAL -> new Expression.Decimal(new BigDecimal(integer(), in.readInt()));
            case CONSTANT -> Expression.Constant.values()[in.readUnsignedByte()];
            case WORD -> Expression.Word.values()[in.readUnsignedByte()];
            case SYMBOL -> new Expression.Symbol(in.readUTF());
            case SUM -> new Expression.Sum(list());
            case PRODUCT -> new Expression.Product(list());
            case QUOTIENT -> new Expression.Quotient(expression(), expression());
            case POWER -> new Expression.Power(expression(), expression());
            case NEGATION -> new Expression.Negation(expression());
            case CALL -> new Expression.Call(Function.values()[in.readUnsignedByte()], list());
            case APPLICATION -> new Expression.Application(in.readUTF(), list());
            case TUPLE -> new Expression.Tuple(Expression.Brackets.values()[in.readUnsignedByte()], list());
            case MATRIX -> matrix();
            case BRACES -> new Expression.Braces(list());
            case LISTING -> new Expression.Listing(list());
            case RELATION -> relation();
            case AND -> new Expression.And(list());
            case OR -> new Expression.Or(list());
            case INTERVAL -> new Expression.Interval(expression(), in.readBoolean(), expression(), in.readBoolean());
            case UNION -> new Expression.Union(list());
        };
    }

    private Expression matrix() throws IOException {
        var rows = new ArrayList<List<Expression>>();
        for (int i = in.readInt(); i > 0; i--) {
            rows.add(list());
        }
        return new Expression.Matrix(rows);
    }

    private Expression relation() throws IOException {
        var sides = list();
        var signs = new ArrayList<Expression.Sign>();
        for (int i = 1; i < sides.size(); i++) {
            signs.add(Expression.Sign.values()[in.readUnsignedByte()]);
        }
        return new Expression.Relation(sides, signs);
    }

    private List<Expression> list() throws IOException {
        var entries = new ArrayList<Expression>();
        for (int i = in.readInt(); i > 0; i--) {
            entries.add(expression());
        }
        return entries;
    }

    private Rational rational() throws IOException {
        return new Rational(integer(), integer());
    }

    private BigInteger integer() throws IOException {
        var bytes = new byte[in.readInt()];
        in.readFully(bytes);
        return new BigInteger(bytes);
    }
}
