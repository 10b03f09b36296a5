package dev.trimtab.cli.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Rows under headings, each column as wide as its widest cell. */
public final class Table {
    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();

    /** @param headings one a column; printed in upper case */
    public Table(List<String> headings) {
        rows.add(headings.stream()
                .map(heading -> heading.toUpperCase(Locale.ROOT))
                .toList());
    }

    /** Adds a row, with as many cells as there are headings. */
    public void row(List<String> cells) {
        if (cells.size() != rows.getFirst().size()) {
            throw new IllegalArgumentException("a row of " + rows.getFirst().size() + " columns cannot be " + cells);
        }
        rows.add(cells.stream().map(Plain::safe).toList());
    }

    /** One line a row, the headings first. */
    public List<String> lines() {
        return aligned(rows);
    }

    /** Cells under one another; nothing follows the last cell of a line that has text. */
    static List<String> aligned(List<List<String>> rows) {
        int columns = rows.isEmpty() ? 0 : rows.getFirst().size();
        int[] widths = IntStream.range(0, columns)
                .map(i -> rows.stream().mapToInt(row -> width(row.get(i))).max().orElse(0))
                .toArray();
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private static String line(List<String> cells, int[] widths) {
        var line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String cell = cells.get(i);
            line.append(cell).append(" ".repeat(widths[i] - width(cell))).append(GAP);
        }
        return line.toString().stripTrailing();
    }

    private static int width(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
