package org.nabla.project.shelf;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.nabla.exercise.Seed;
import org.nabla.project.making.Solved;
import org.nabla.project.making.StepMaker;
import org.nabla.project.template.ProjectPlan;
import org.nabla.project.workshop.Data;

/**
 * A learner's data as a page shows them.
 *
 * @param files the address below which the files lie
 * @param head the names of the columns, empty where there is no table
 * @param rows all of them
 * @param others what is no column, each with its name
 */
public record DataView(String files, String about, List<String> head, List<List<String>> rows, List<Other> others) {

    record Other(String name, List<List<String>> rows) {
        public boolean number() {
            return rows.size() == 1 && rows.get(0).size() == 1;
        }

        public String text() {
            return rows.get(0).get(0);
        }
    }

    public static DataView of(ProjectPlan plan, Solved solved, Seed seed) {
        var table = plan.data().table().stream()
                .map(name -> solved.data().find(name).orElseThrow())
                .toList();
        int length = table.isEmpty() ? 0 : table.get(0).units().size();
        var rows = IntStream.range(0, length)
                .mapToObj(row -> table.stream().map(item -> item.text(row)).toList())
                .toList();
        var others = solved.data().items().stream()
                .filter(item -> !plan.data().table().contains(item.name()))
                .map(item -> new Other(item.name(), lines(item)))
                .toList();
        return new DataView(
                address(plan, seed),
                StepMaker.prose(plan.data().about(), solved),
                plan.data().table(),
                rows,
                others);
    }

    /** Below it the files of these data lie. */
    static String address(ProjectPlan plan, Seed seed) {
        return "/projects/" + plan.id() + "/data/" + seed;
    }

    private static List<List<String>> lines(Data.Item item) {
        int columns =
                item.shape().size() == 2 ? item.shape().get(1) : item.units().size();
        var lines = new ArrayList<List<String>>();
        for (int from = 0; from < item.units().size(); from += columns) {
            lines.add(IntStream.range(from, from + columns).mapToObj(item::text).toList());
        }
        return lines;
    }

    public List<List<String>> first(int many) {
        return rows.subList(0, Math.min(many, rows.size()));
    }
}
