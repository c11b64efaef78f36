package tandem.analysis.comparison.diff;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.file.Path;
import tandem.tables.TableReader;
import tandem.tables.UnusableTableException;

/**
 * The cells of one folder.
 *
 * @param levels by cell number, in the order of {@code factors}
 */
record NumberedCells(ImmutableList<String> factors, ImmutableMap<Long, ImmutableList<String>> levels, long replicates) {

    static NumberedCells read(Path cells, long replicates) throws IOException {
        try (var rows = TableReader.open(cells)) {
            ImmutableList<String> factors = rows.columns().stream()
                    .filter(column -> !column.equals("cell"))
                    .collect(ImmutableList.toImmutableList());
            var levels = ImmutableMap.<Long, ImmutableList<String>>builder();
            while (rows.hasNext()) {
                var row = rows.next();
                levels.put(
                        row.integer("cell"), factors.stream().map(row::text).collect(ImmutableList.toImmutableList()));
            }
            return new NumberedCells(factors, levels.buildKeepingLast(), replicates);
        }
    }

    ImmutableList<KeyPart> ofCell(ImmutableList<String> order, int column, Path path) {
        return order.isEmpty() ? ImmutableList.of(KeyPart.column("cell", column, true)) : parts(order, column, path, 1);
    }

    ImmutableList<KeyPart> ofRun(ImmutableList<String> order, int column, Path path) {
        return ImmutableList.<KeyPart>builder()
                .addAll(parts(order, column, path, replicates))
                .add(new KeyPart("replicate", true, fields -> {
                    String run = fields.at(column);
                    return run.isEmpty() ? "" : Long.toString(number(run, path, fields.line()) % replicates);
                }))
                .build();
    }

    private ImmutableList<KeyPart> parts(ImmutableList<String> order, int column, Path path, long divisor) {
        return order.stream()
                .map(factor -> {
                    int f = factors.indexOf(factor);
                    return new KeyPart(factor, true, fields -> level(fields, column, path, divisor, f));
                })
                .collect(ImmutableList.toImmutableList());
    }

    private String level(TableReader.Fields fields, int column, Path path, long divisor, int factor) {
        String text = fields.at(column);
        if (text.isEmpty()) {
            return "";
        }
        var cell = levels.get(number(text, path, fields.line()) / divisor);
        if (cell == null) {
            throw new UnusableTableException(
                    path, fields.line(), "cells.csv beside it does not have the cell of this row");
        }
        return cell.get(factor);
    }

    private static long number(String text, Path path, long line) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new UnusableTableException(path, line, "a cell or run must be a whole number: '" + text + "'");
        }
    }
}
