package org.nabla.lti.launch;

/** A launch that is not let in; the message says why, in a sentence for people. */
final class LaunchRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LaunchRefused(String sentence) {
        super(sentence);
    }

    LaunchRefused(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    String sentence() {
        var message = getMessage();
        return message == null ? "" : message;
    }
}
