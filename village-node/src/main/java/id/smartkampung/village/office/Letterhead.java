package id.smartkampung.village.office;

import id.smartkampung.model.log.Hash;
import id.smartkampung.village.paper.Paper;
import id.smartkampung.village.paper.PaperJson;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.nio.charset.StandardCharsets;

/** A head of a sheet as it stood on paper once, emblem and all; letters name it by its SHA-256. */
@Entity
public class Letterhead extends PanacheEntityBase {

    @Id
    public String sha256;

    String head;

    /** Keeps a head, once however many letters carry it; gives its name. */
    public static String keep(Paper.Head head) {
        String json = PaperJson.write(head);
        String sha256 = Hash.sha256(json.getBytes(StandardCharsets.UTF_8)).hex();
        getEntityManager()
                .createNativeQuery(
                        "insert into letterhead (sha256, head) values (:sha256, :head) on conflict (sha256) do nothing")
                .setParameter("sha256", sha256)
                .setParameter("head", json)
                .executeUpdate();
        return sha256;
    }

    public static Paper.Head of(String sha256) {
        Letterhead kept = findById(sha256);
        return PaperJson.readHead(kept.head);
    }
}
