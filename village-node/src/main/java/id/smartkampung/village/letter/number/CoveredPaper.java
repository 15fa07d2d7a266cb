package id.smartkampung.village.letter.number;

import id.smartkampung.model.identity.Nik;
import id.smartkampung.village.paper.Paper;
import java.util.List;

/** A sheet for the screen: of the numbers of persons only what everybody may see. */
final class CoveredPaper {

    private CoveredPaper() {}

    static Paper of(Paper paper) {
        return new Paper(
                paper.title(),
                paper.head(),
                paper.heading(),
                paper.number(),
                paper.parts().stream().map(CoveredPaper::part).toList(),
                paper.signatures().stream().map(CoveredPaper::row).toList(),
                paper.foot(),
                paper.code(),
                paper.mark(),
                paper.size());
    }

    private static Paper.Part part(Paper.Part part) {
        List<Paper.Pair> pairs = part.pairs().stream()
                .map(pair -> new Paper.Pair(pair.label(), covered(pair.value()), pair.strong()))
                .toList();
        List<List<String>> rows = part.rows().stream()
                .map(row -> row.stream().map(CoveredPaper::covered).toList())
                .toList();
        return new Paper.Part(
                part.sort(), covered(part.text()), part.indented(), pairs, part.columns(), rows, part.things());
    }

    /** Somebody who was named by a number only signs by it. */
    private static Paper.Signatures row(Paper.Signatures row) {
        return new Paper.Signatures(
                row.above(),
                row.people().stream()
                        .map(one -> new Paper.Signature(
                                one.where(), one.as(), covered(one.name()), one.below(), one.stamp()))
                        .toList());
    }

    private static String covered(String text) {
        return Nik.covered(text, null);
    }
}
