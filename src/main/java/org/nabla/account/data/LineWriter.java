package org.nabla.account.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.StreamSupport;
import org.nabla.web.Csv;

/** Writes rows of the database as lines of text: as JSON, which keeps everything exactly, and as CSV, for tables. */
final class LineWriter {

    private final ObjectMapper json;

    LineWriter(ObjectMapper json) {
        this.json = json;
    }

    /** The present row, with a value for each of its columns; {@code null} where there is none. */
    ObjectNode read(ResultSet row) throws SQLException, IOException {
        var line = json.createObjectNode();
        var columns = row.getMetaData();
        for (var i = 1; i <= columns.getColumnCount(); i++) {
            line.set(columns.getColumnLabel(i), value(row, i, columns.getColumnTypeName(i)));
        }
        return line;
    }

    String json(ObjectNode line) {
        return line + "\n";
    }

    /** A line as RFC 4180 has it. */
    static String csv(Iterable<JsonNode> cells) {
        return Csv.lines(List.of(StreamSupport.stream(cells.spliterator(), false)
                .map(LineWriter::cell)
                .toList()));
    }

    private JsonNode value(ResultSet row, int column, String type) throws SQLException, IOException {
        var make = JsonNodeFactory.instance;
        if (row.getObject(column) == null) {
            return make.nullNode();
        }
        switch (type) {
            case "int2", "int4", "int8", "bigserial":
                return make.numberNode(row.getLong(column));
            case "float4", "float8":
                return make.numberNode(row.getDouble(column));
            case "numeric":
                return make.numberNode(row.getBigDecimal(column));
            case "bool":
                return make.booleanNode(row.getBoolean(column));
            case "timestamptz":
                var time = row.getObject(column, OffsetDateTime.class);
                return make.textNode(
                        time.withOffsetSameInstant(ZoneOffset.UTC).toInstant().toString());
            case "json", "jsonb":
                return json.readTree(row.getString(column));
            case "text", "varchar", "bpchar", "uuid", "date":
                return make.textNode(row.getString(column));
            default:
                throw new IllegalStateException("the export cannot write the type " + type);
        }
    }

    private static String cell(JsonNode value) {
        if (value.isNull()) {
            return "";
        }
        return value.isTextual()
                ? Csv.text(value.asText())
                : value.isContainerNode() ? Csv.text(value.toString()) : value.asText();
    }
}
