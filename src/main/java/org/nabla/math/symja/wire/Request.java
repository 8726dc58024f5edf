package org.nabla.math.symja.wire;

import java.util.List;
import java.util.Map;
import org.nabla.math.Cas.Operation;
import org.nabla.math.Domain;
import org.nabla.math.Expression;

/** What a worker is asked. */
public record Request(Operation operation, List<Expression> arguments, Map<String, Domain> domains) {}
