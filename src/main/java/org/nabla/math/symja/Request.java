package org.nabla.math.symja;

import java.util.List;
import java.util.Map;
import org.nabla.math.Cas.Operation;
import org.nabla.math.Domain;
import org.nabla.math.Expression;

/** What a worker is asked. */
record Request(Operation operation, List<Expression> arguments, Map<String, Domain> domains) {}
