package org.nabla.outside;

/** Another server could not be asked, or gave no use of an answer; the message says why, in a sentence for people. */
public class OutsideException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public OutsideException(String sentence) {
        super(sentence);
    }

    public OutsideException(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** What to tell people; never empty. */
    public String sentence() {
        var message = getMessage();
        return message == null ? "The other server could not be asked." : message;
    }
}
