package org.nabla.gradebook.marks;

import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateExtension;
import java.util.List;
import org.nabla.gradebook.marks.GradebookPage.Cell;

/** The marks of a row as HTML, {@code marks:cells(row.cells)}: a gradebook may have 15,000, too many for a template to go through. */
@TemplateExtension(namespace = "marks")
class MarkCells {
    private MarkCells() {}

    static RawString cells(List<Cell> cells) {
        var html = new StringBuilder();
        for (var cell : cells) {
            html.append("<td class=\"number one-mark");
            if (!cell.state().isEmpty()) {
                html.append(' ').append(cell.state());
            }
            html.append("\">");
            if (cell.set()) {
                html.append("<span class=\"set\" title=\"set by a teacher\">")
                        .append(cell.text())
                        .append("</span>");
            } else {
                html.append(cell.text());
            }
            html.append("</td>");
        }
        return new RawString(html.toString());
    }
}
