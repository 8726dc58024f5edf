package org.nabla.account.mail;

/**
 * Something of which somebody can be told.
 *
 * @param name of what it is about, among those of its kind: the number of an assignment
 * @param value with another one it is news again: a due time, a mark
 * @param label in a line, as the text of a link
 * @param path of the page where it is
 * @param text beside the label, in words; may be empty
 */
public record Notice(String name, String value, String label, String path, String text) {}
