package org.nabla.web.trouble;

import java.util.Optional;

/**
 * What an error page says: what is wrong, and what to do next.
 *
 * @param way where that is done
 */
record ErrorMessage(String title, String advice, Optional<Way> way) {

    /** A link. */
    record Way(String address, String label) {}

    ErrorMessage(String title, String advice) {
        this(title, advice, Optional.empty());
    }

    /** The words for a status that nobody had better ones for. */
    static ErrorMessage of(int status) {
        return switch (status) {
            case 400 ->
                new ErrorMessage(
                        "This could not be read",
                        "The page was perhaps open for very long, or the address is not complete. Go back, load the page"
                                + " again and repeat the last step.");
            case 401, 403 ->
                new ErrorMessage(
                        "This is not open to you",
                        "Sign in with the account that it belongs to, or ask whoever gave you the address.");
            case 404 ->
                new ErrorMessage(
                        "There is no such page",
                        "Perhaps the address was shortened on its way. Look for what you need among the skills, or go on"
                                + " practicing.");
            case 405 ->
                new ErrorMessage(
                        "This address is not a page", "It only receives what a form sends. Go back and use the form.");
            case 408 ->
                new ErrorMessage(
                        "This took too long to arrive",
                        "Your connection may be slow or was broken. Go back, and send it again.");
            case 413, 414, 431 ->
                new ErrorMessage("That is too much at once", "Go back, shorten what you typed, and send it again.");
            case 429 -> new ErrorMessage("Too many requests", "Wait a minute, then go back and repeat the last step.");
            case 503 ->
                new ErrorMessage("Too much to do just now", "Wait a moment, then go back and repeat the last step.");
            default ->
                status < 500
                        ? new ErrorMessage("This request does not fit", "Go back and try again.")
                        : new ErrorMessage(
                                "Something broke on our side",
                                "What was saved before is safe. Go back and repeat the last step; if it breaks again, try"
                                        + " later.");
        };
    }
}
