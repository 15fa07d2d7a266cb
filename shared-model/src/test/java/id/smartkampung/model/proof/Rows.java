package id.smartkampung.model.proof;

import id.smartkampung.model.event.FamilyRecorded;
import id.smartkampung.model.identity.NoKk;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Families for tests, all that there is to a row being in them. */
final class Rows {

    private Rows() {}

    static List<FamilyRecorded> families(Random random, int number) {
        List<FamilyRecorded> families = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            families.add(new FamilyRecorded(
                    new UUID(random.nextLong(), random.nextLong()),
                    new NoKk("%016d".formatted(1_000_000_000_000_000L + i)),
                    "Jl. Contoh " + random.nextInt(100),
                    "Dusun " + random.nextInt(5),
                    "0" + random.nextInt(9),
                    "00" + random.nextInt(9)));
        }
        return families;
    }

    static List<RowDigest> digests(List<FamilyRecorded> families) {
        return families.stream()
                .map(RowHasher::of)
                .sorted((a, b) -> RowDigest.BY_BYTES.compare(a.id(), b.id()))
                .toList();
    }

    static DigestTree tree(List<FamilyRecorded> families) {
        return DigestTree.of(CanonicalTable.FAMILY, digests(families));
    }
}
