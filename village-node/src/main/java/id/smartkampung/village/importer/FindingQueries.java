package id.smartkampung.village.importer;

import id.smartkampung.village.importer.row.Finding;
import id.smartkampung.village.importer.row.Problem;
import id.smartkampung.village.importer.row.Severity;
import id.smartkampung.village.importer.row.Survey;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Findings and totals of a run, in and out of their tables. */
@ApplicationScoped
class FindingQueries {

    private final AgroalDataSource database;

    FindingQueries(AgroalDataSource database) {
        this.database = database;
    }

    /** A finding with its place in the run's list. */
    record Numbered(int number, Finding finding) {}

    /** One line of the comparison with the old system; told is null where nobody has typed it yet. */
    record TotalRow(int position, String dusun, int men, int women, int unknown, Integer told) {

        public int all() {
            return men + women + unknown;
        }

        public Integer difference() {
            return told == null ? null : all() - told;
        }
    }

    /** Adds to the end of the list. */
    void add(UUID run, List<Finding> findings) {
        if (findings.isEmpty()) {
            return;
        }
        int number = count(run, null);
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into import_finding
                            (run_id, number, row_number, severity, problem, column_name, shown, detail)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)) {
            for (Finding finding : findings) {
                number++;
                insert.setObject(1, run);
                insert.setInt(2, number);
                insert.setInt(3, finding.row());
                insert.setString(4, finding.problem().severity().name());
                insert.setString(5, finding.problem().name());
                insert.setString(6, finding.column());
                insert.setString(7, finding.shown());
                insert.setString(8, finding.detail());
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new ImportStoreException("findings of run " + run + " cannot be stored", e);
        }
    }

    int count(UUID run, Severity severity) {
        try (Connection connection = database.getConnection();
                PreparedStatement count = connection.prepareStatement("""
                        select count(*) from import_finding where run_id = ? and severity = coalesce(?, severity)
                        """)) {
            count.setObject(1, run);
            count.setString(2, severity == null ? null : severity.name());
            try (ResultSet row = count.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        } catch (SQLException e) {
            throw new ImportStoreException("findings of run " + run + " cannot be counted", e);
        }
    }

    List<Numbered> list(UUID run, Severity severity, int after, int limit) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        select number, row_number, problem, column_name, shown, detail from import_finding
                        where run_id = ? and severity = coalesce(?, severity) and number > ?
                        order by number limit ?
                        """)) {
            select.setObject(1, run);
            select.setString(2, severity == null ? null : severity.name());
            select.setInt(3, after);
            select.setInt(4, limit);
            List<Numbered> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Finding finding = new Finding(
                            row.getInt(2),
                            row.getString(4),
                            Problem.valueOf(row.getString(3)),
                            row.getString(5),
                            row.getString(6));
                    found.add(new Numbered(row.getInt(1), finding));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new ImportStoreException("findings of run " + run + " cannot be read", e);
        }
    }

    /** Forgets what an earlier, interrupted check has found. */
    void replaceTotals(UUID run, List<Survey.DusunTotal> totals) {
        try (Connection connection = database.getConnection();
                PreparedStatement findings =
                        connection.prepareStatement("delete from import_finding where run_id = ?");
                PreparedStatement old = connection.prepareStatement("delete from import_total where run_id = ?");
                PreparedStatement insert = connection.prepareStatement("""
                        insert into import_total (run_id, position, dusun, men, women, unknown)
                        values (?, ?, ?, ?, ?, ?)
                        """)) {
            findings.setObject(1, run);
            findings.executeUpdate();
            old.setObject(1, run);
            old.executeUpdate();
            for (int i = 0; i < totals.size(); i++) {
                Survey.DusunTotal total = totals.get(i);
                insert.setObject(1, run);
                insert.setInt(2, i);
                insert.setString(3, total.dusun());
                insert.setInt(4, total.men());
                insert.setInt(5, total.women());
                insert.setInt(6, total.unknown());
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new ImportStoreException("totals of run " + run + " cannot be stored", e);
        }
    }

    List<TotalRow> totals(UUID run) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        select position, dusun, men, women, unknown, told from import_total
                        where run_id = ? order by position
                        """)) {
            select.setObject(1, run);
            List<TotalRow> totals = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    totals.add(new TotalRow(
                            row.getInt(1),
                            row.getString(2),
                            row.getInt(3),
                            row.getInt(4),
                            row.getInt(5),
                            row.getObject(6, Integer.class)));
                }
            }
            return totals;
        } catch (SQLException e) {
            throw new ImportStoreException("totals of run " + run + " cannot be read", e);
        }
    }

    void tell(UUID run, int position, Integer told) {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "update import_total set told = ? where run_id = ? and position = ?")) {
            update.setObject(1, told, java.sql.Types.INTEGER);
            update.setObject(2, run);
            update.setInt(3, position);
            update.executeUpdate();
        } catch (SQLException e) {
            throw new ImportStoreException("totals of run " + run + " cannot be stored", e);
        }
    }
}
