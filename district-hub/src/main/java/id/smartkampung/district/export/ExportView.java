package id.smartkampung.district.export;

import id.smartkampung.district.export.Export.Failure;
import id.smartkampung.district.export.Export.Format;
import id.smartkampung.district.export.Export.Manifest;
import id.smartkampung.district.export.Export.State;
import id.smartkampung.district.feed.RowType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Public shape of an export. */
@Schema(name = "Export", description = "A full copy: how far it is, and when it is ready its files.")
public record ExportView(
        UUID id,
        State state,
        List<String> types,
        @Schema(nullable = true) String area,
        Format format,

        @Schema(description = "Numbers of persons are masked.")
        boolean masked,

        Instant askedAt,

        @Schema(description = "Rows that are written already.")
        long rows,

        @Schema(nullable = true, description = "How much of it is written.")
        Integer percent,

        @Schema(nullable = true) Instant endedAt,

        @Schema(nullable = true, description = "The files are deleted after this.")
        Instant expiresAt,

        @Schema(
                nullable = true,
                description = "The cursor of the change feed that continues these rows, of the same snapshot.")
        String cursor,

        @Schema(nullable = true) List<FileView> files,

        @Schema(nullable = true, description = "Why there is none.")
        Failure failure) {

    private static final long WHOLE_PERCENT = 100;

    static ExportView of(Export export) {
        Manifest manifest = export.state() == State.READY ? export.manifest() : null;
        return new ExportView(
                export.id(),
                export.state(),
                export.types().stream().map(RowType::plural).toList(),
                export.within(),
                export.format(),
                !export.open(),
                export.askedAt(),
                export.rowsDone(),
                percent(export),
                export.endedAt(),
                export.expiresAt(),
                manifest == null ? null : manifest.cursor(),
                manifest == null
                        ? null
                        : manifest.files().stream()
                                .map(file -> FileView.of(export.id(), file))
                                .toList(),
                export.failure());
    }

    private static Integer percent(Export export) {
        if (export.rowsTotal() == null) {
            return null;
        }
        long total = Math.max(1, export.rowsTotal());
        long percent = Math.min(WHOLE_PERCENT, export.rowsDone() * WHOLE_PERCENT / total);
        return (int) (export.state() == State.READY ? WHOLE_PERCENT : percent);
    }

    /** One file of an export. */
    @Schema(name = "ExportFile", description = "One compressed file with all rows of a kind, in no order.")
    public record FileView(
            String name,
            @Schema(examples = "residents") String type,
            long rows,
            long bytes,

            @Schema(description = "Of the file as it is fetched.")
            String sha256,

            String href) {

        static FileView of(UUID id, Manifest.Part file) {
            return new FileView(
                    file.name(),
                    file.type().plural(),
                    file.rows(),
                    file.bytes(),
                    file.sha256(),
                    ExportsResource.PATH + id + "/files/" + file.name());
        }
    }
}
