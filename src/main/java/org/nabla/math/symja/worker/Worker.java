package org.nabla.math.symja.worker;

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
import java.util.concurrent.SynchronousQueue;
import org.nabla.math.Cas.Answer;
import org.nabla.math.Cas.Reason;
import org.nabla.math.symja.Algebra;
import org.nabla.math.symja.SymjaLimits;
import org.nabla.math.symja.wire.Request;
import org.nabla.math.symja.wire.TreeReader;
import org.nabla.math.symja.wire.TreeWriter;
import org.nabla.math.symja.wire.UnsupportedException;

/**
 * The program of a worker process: reads requests from its standard input, one at a time, and writes answers to its standard
 * output. It ends when its input ends, so that it never outlives the application, even in the middle of a computation.
 */
public final class Worker {
    /** Written once, when the worker is warm. */
    static final int READY = 0x4E;

    /** As an argument: it ends when it is warm. */
    static final String WARM_UP_ONLY = "warm-up-only";

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
        if (List.of(arguments).contains(WARM_UP_ONLY)) {
            var warm = new Thread(null, Worker::warmUp, "algebra", STACK_BYTES);
            warm.start();
            warm.join();
            return;
        }
        var worker = new Worker(new BufferedOutputStream(out));
        new Thread(null, worker::compute, "algebra", STACK_BYTES).start();
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

    private static void warmUp() {
        SymjaLimits.setAndLoad();
        WarmUp.run();
    }

    private void compute() {
        try {
            warmUp();
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
