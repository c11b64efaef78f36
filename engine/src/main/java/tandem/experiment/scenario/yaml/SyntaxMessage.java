package tandem.experiment.scenario.yaml;

import com.google.common.base.CharMatcher;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import tandem.experiment.problem.Problem;

/** What a YAML parser's complaint means to somebody who does not know its grammar. */
final class SyntaxMessage {
    private SyntaxMessage() {}

    static Problem of(SourceText source, MarkedYamlEngineException fault) {
        var mark = fault.getProblemMark().or(fault::getContextMark);
        Place place =
                mark.map(m -> source.at(m.getLine() + 1, m.getColumn() + 1)).orElse(source.whole());
        return place.problem("", "is not YAML: " + explain(fault.getProblem()));
    }

    private static String explain(String problem) {
        if (problem.contains("TAB") || problem.contains("\\t")) {
            return "a tab cannot indent; use spaces";
        }
        if (problem.contains("mapping values are not allowed")) {
            return "a ':' stands where no key can be; check the indentation, or quote the text";
        }
        if (problem.contains("block end")) {
            return "this line is indented unlike the lines it belongs to; align it, or close what was opened above";
        }
        if (problem.contains("could not find expected ':'")) {
            return "a key without ':' and value; write 'key: value'";
        }
        if (problem.contains("unexpected end of stream")) {
            return "the text ends inside quotes; close them";
        }
        if (problem.contains("',' or ']'")) {
            return "a list is not closed; write ']' or separate its items with ','";
        }
        if (problem.contains("',' or '}'")) {
            return "a mapping is not closed; write '}' or separate its entries with ','";
        }
        if (problem.contains("cannot start any token")) {
            return "a value cannot start with this character; quote the text";
        }
        return CharMatcher.whitespace().collapseFrom(problem, ' ');
    }
}
