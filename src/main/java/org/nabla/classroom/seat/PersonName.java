package org.nabla.classroom.seat;

/**
 * What somebody is called, with family and given name apart where a roster said so.
 *
 * @param shown as others see it
 * @param family the whole name where nobody said which part of it is the family's
 * @param given empty where nobody said
 */
public record PersonName(String shown, String family, String given) {

    /** A name of which nobody said how it is made up. */
    public static PersonName of(String shown) {
        return new PersonName(shown, shown, "");
    }

    /** From its parts, of which one may be empty. */
    public static PersonName of(String family, String given) {
        return new PersonName(
                (given + " " + family).strip(), family.isEmpty() ? given : family, family.isEmpty() ? "" : given);
    }

    /** One in the order of a list of names: {@code Lovelace, Ada}. Without comma nobody knows which part is which. */
    public static PersonName ofSorted(String text) {
        var comma = text.indexOf(',');
        return comma < 0
                ? of(text.strip())
                : of(text.substring(0, comma).strip(), text.substring(comma + 1).strip());
    }

    /** The same, shown in other words. */
    public PersonName shownAs(String other) {
        return new PersonName(other, family, given);
    }

    /** Whether somebody said which part is the family's. */
    public boolean isApart() {
        return !given.isEmpty();
    }

    /** As it stands in a list: {@code Lovelace, Ada}. */
    public String familyFirst() {
        return isApart() ? family + ", " + given : family;
    }
}
