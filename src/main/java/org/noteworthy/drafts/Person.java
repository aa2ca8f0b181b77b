package org.noteworthy.drafts;

/**
 * Who did something to a draft.
 *
 * @param name as the service knows them
 * @param verified how that is known, such as {@code key} or {@code oidc}; {@code none} where nobody has verified it
 */
public record Person(String name, String verified) {
    private static final int LONGEST = 200;

    /** What {@link #verified} says of somebody whose name nobody has verified. */
    public static final String UNVERIFIED = "none";

    public Person {
        name = Remark.line("The name of a person", name, LONGEST);
    }

    /** Somebody who calls themselves that. */
    public static Person named(String name) {
        return new Person(name, UNVERIFIED);
    }

    /** Whether both are the same person, as far as names tell. */
    boolean is(Person other) {
        return name.equals(other.name);
    }
}
