package org.nabla.math.symja;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.matheclipse.core.eval.EvalEngine;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.ISymbol;
import org.nabla.math.symja.wire.Request;
import org.nabla.math.symja.wire.UnsupportedException;

/**
 * The letters of one request as symbols of its own evaluator. Each gets a name that we make, so that no letter of a learner
 * can be the name of something that the algebra system knows; their alphabetical order is kept, because sums are sorted by it.
 */
final class Symbols {
    private final EvalEngine engine;
    private final Map<String, ISymbol> symbols = new HashMap<>();
    private final Map<ISymbol, String> variables = new HashMap<>();
    private final Map<ISymbol, String> functions = new HashMap<>();
    private int count;

    public Symbols(EvalEngine engine, Request request) {
        this.engine = engine;
        SortedSet<String> letters = new TreeSet<>(request.domains().keySet());
        request.arguments().forEach(argument -> argument.addSymbolsTo(letters));
        letters.forEach(letter -> variables.put(symbol("v", letter), letter));
    }

    private ISymbol symbol(String sort, String name) {
        return symbols.computeIfAbsent(sort + name, key -> F.symbol("%s%03d".formatted(sort, count++), engine));
    }

    ISymbol variable(String name) {
        var symbol = symbol("v", name);
        variables.putIfAbsent(symbol, name);
        return symbol;
    }

    ISymbol function(String name) {
        var symbol = symbol("f", name);
        functions.putIfAbsent(symbol, name);
        return symbol;
    }

    /** A symbol that stands for nothing in the request. */
    ISymbol fresh() {
        return F.symbol("w%03d".formatted(count++), engine);
    }

    String variable(ISymbol symbol) {
        return found(variables.get(symbol), symbol);
    }

    String function(ISymbol symbol) {
        return found(functions.get(symbol), symbol);
    }

    boolean isFunction(ISymbol symbol) {
        return functions.containsKey(symbol);
    }

    private static String found(@org.jspecify.annotations.Nullable String name, ISymbol symbol) {
        if (name == null) {
            throw new UnsupportedException(symbol.getSymbolName());
        }
        return name;
    }
}
