package org.nabla.math.symja;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.SynchronousQueue;
import org.nabla.math.Cas.Answer;
import org.nabla.math.Cas.Operation;
import org.nabla.math.Cas.Reason;
import org.nabla.math.Expression;
import org.nabla.math.Function;

/**
 * The program of a worker process: reads requests from its standard input, one at a time, and writes answers to its standard
 * output. It ends when its input ends, so that it never outlives the application, even in the middle of a computation.
 */
public final class Worker {
    /** Written once, when the worker is warm. */
    static final int READY = 0x4E;

    /** Deep expressions are walked recursively. */
    private static final long STACK_BYTES = 32L << 20;

    private final SynchronousQueue<Request> requests = new SynchronousQueue<>();
    private final OutputStream out;

    private Worker(OutputStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) throws Exception {
        var out = new FileOutputStream(FileDescriptor.out);
        System.setOut(System.err); // whatever the algebra system prints is no answer
        var worker = new Worker(new BufferedOutputStream(out));
        var lane = Lane.valueOf(arguments[0]);
        new Thread(null, () -> worker.compute(lane), "algebra", STACK_BYTES).start();
        worker.read();
    }

    private void read() {
        try {
            var reader = new TreeReader(new DataInputStream(new BufferedInputStream(System.in)));
            while (true) {
                requests.put(reader.request());
            }
        } catch (IOException | InterruptedException e) {
            Runtime.getRuntime().halt(0);
        }
    }

    private void compute(Lane lane) {
        try {
            SymjaLimits.setAndLoad();
            warmUp(lane);
            out.write(READY);
            out.flush();
            System.setErr(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
            System.setOut(System.err);
            while (true) {
                out.write(bytes(Algebra.answer(requests.take())));
                out.flush();
            }
        } catch (Throwable e) { // also a missing class or a full heap: a worker without this thread is of no use
            e.printStackTrace();
            Runtime.getRuntime().halt(1);
        }
    }

    /** The first request of each sort loads rules for up to a second; nobody should wait for that. */
    private static void warmUp(Lane lane) {
        var x = new Expression.Symbol("x");
        var sine = new Expression.Call(Function.SIN, x);
        Algebra.answer(new Request(Operation.PROVE_ZERO, List.of(new Expression.Sum(List.of(x, sine))), Map.of()));
        Algebra.answer(
                new Request(Operation.ANTIDERIVATIVE, List.of(new Expression.Product(List.of(x, sine)), x), Map.of()));
    }

    private static byte[] bytes(Answer answer) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try {
            new TreeWriter(new DataOutputStream(bytes)).answer(answer);
        } catch (UnsupportedException e) {
            bytes.reset();
            new TreeWriter(new DataOutputStream(bytes)).answer(new Answer.Failed(Reason.UNSUPPORTED));
        }
        return bytes.toByteArray();
    }
}
