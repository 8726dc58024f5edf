package org.nabla.account.data;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One kind of what is kept of a user: a file of the export, with a line for each.
 *
 * @param name of the file, without its ending: {@code attempts}
 * @param what a line is, in a sentence
 * @param tables whose rows of the user are all in it
 * @param columns of each line, in order
 * @param query gives the lines; {@code :user} stands for the user, and the columns have the names of {@code columns}
 * @param leftOut what the tables hold and the lines do not, as {@code table.column}, each with the reason
 */
public record OwnTable(
        String name, String what, Set<String> tables, List<Column> columns, String query, Map<String, String> leftOut) {

    /** One column. */
    public record Column(String name, String what) {}

    public OwnTable {
        tables = Set.copyOf(tables);
        columns = List.copyOf(columns);
        leftOut = Map.copyOf(leftOut);
    }

    public static Column column(String name, String what) {
        return new Column(name, what);
    }
}
