package org.nabla.math.symja.worker;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where the classes of a worker are: our own and the algebra system with what it needs, nothing of the web or the database.
 *
 * <p>The class loader is asked for one resource of each jar, which works in every mode: packaged, in development, under tests
 * and in an editor all load classes differently, but all from files.
 */
final class WorkerClassPath {
    /** One resource of each jar that the algebra system needs; a jar that is missing here is missing in the worker. */
    private static final List<String> ANCHORS = List.of(
            Worker.class.getName().replace('.', '/') + ".class",
            "org/matheclipse/core/expression/F.class",
            "org/matheclipse/parser/client/ast/ASTNode.class",
            "META-INF/maven/org.matheclipse/matheclipse-external/pom.properties",
            "edu/jas/kern/PreemptStatus.class",
            "org/apfloat/Apfloat.class",
            "org/hipparchus/clustering/Cluster.class",
            "org/hipparchus/complex/Complex.class",
            "org/hipparchus/stat/StatUtils.class",
            "org/hipparchus/transform/FastFourierTransformer.class",
            "org/hipparchus/fitting/PolynomialCurveFitter.class",
            "org/hipparchus/ode/ODEState.class",
            "org/hipparchus/optim/OptimizationData.class",
            "org/jgrapht/Graph.class",
            "org/jgrapht/nio/GraphExporter.class",
            "org/antlr/v4/runtime/Lexer.class",
            "org/logicng/formulas/Formula.class",
            "it/unimi/dsi/fastutil/ints/IntList.class",
            "org/organicdesign/fp/collections/ImList.class",
            "com/esotericsoftware/kryo/Kryo.class",
            "com/esotericsoftware/reflectasm/FieldAccess.class",
            "com/esotericsoftware/minlog/Log.class",
            "org/objenesis/Objenesis.class",
            "com/fasterxml/jackson/core/JsonParser.class",
            "com/fasterxml/jackson/annotation/JsonProperty.class",
            "com/fasterxml/jackson/databind/JsonNode.class",
            "org/apache/commons/lang3/StringUtils.class",
            "com/google/common/cache/Cache.class",
            "com/google/common/util/concurrent/internal/InternalFutureFailureAccess.class",
            "io/pebbletemplates/pebble/PebbleEngine.class",
            "org/unbescape/html/HtmlEscape.class",
            "de/labathome/AdaptiveQuadrature.class",
            "org/codehaus/commons/compiler/CompileException.class",
            "org/apache/logging/log4j/Logger.class",
            "org/slf4j/Logger.class");

    private WorkerClassPath() {}

    static String find() throws IOException {
        Set<Path> places = new LinkedHashSet<>();
        for (var anchor : ANCHORS) {
            places.add(place(anchor));
        }
        return places.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private static Path place(String resource) throws IOException {
        var url = WorkerClassPath.class.getClassLoader().getResource(resource);
        if (url == null) {
            throw new IOException("The algebra system is incomplete: there is no " + resource);
        }
        return place(url, resource);
    }

    private static Path place(URL url, String resource) throws IOException {
        var text = url.toString();
        if (text.startsWith("jar:file:")) {
            return Path.of(URI.create(text.substring("jar:".length(), text.indexOf("!/"))));
        }
        if (text.startsWith("file:")) {
            return Path.of(URI.create(text.substring(0, text.length() - resource.length())));
        }
        throw new IOException("The algebra system cannot be run from " + url);
    }
}
