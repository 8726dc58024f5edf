package org.nabla.mail;

import java.net.IDN;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address to which mail can be sent: one, without a name beside it, in the characters that every server takes. So nothing else
 * can stand in a header of a letter.
 */
public record MailAddress(String value) {
    /** RFC 5321, without quotes and comments, which hardly any server takes. */
    private static final Pattern FORM =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
                    + "@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z][A-Za-z0-9-]{0,61}[A-Za-z0-9]");

    private static final int LONGEST = 254;
    private static final int LONGEST_BEFORE_AT = 64;

    public MailAddress {
        if (value.length() > LONGEST
                || value.indexOf('@') > LONGEST_BEFORE_AT
                || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("no address of mail");
        }
    }

    /** What somebody typed; a domain in other letters as the net knows it. Empty where no mail can be sent there. */
    public static Optional<MailAddress> parse(String typed) {
        try {
            var plain = typed.strip();
            var at = plain.lastIndexOf('@');
            return at < 0
                    ? Optional.empty()
                    : Optional.of(new MailAddress(plain.substring(0, at + 1) + IDN.toASCII(plain.substring(at + 1))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
