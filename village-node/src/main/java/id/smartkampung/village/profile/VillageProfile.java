package id.smartkampung.village.profile;

import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.wilayah.KodeWilayah;

/**
 * The village that this server belongs to.
 *
 * @param node name of its log, permanent
 * @param kode its code of today
 * @param name without the word desa or kelurahan, such as {@code Sarongan}
 * @param kecamatan name of its kecamatan
 * @param kelurahan whether it is a kelurahan, which has a lurah and no council, and not a desa
 * @param training whether people learn on it, so that nothing leaves
 */
public record VillageProfile(
        NodeId node, KodeWilayah kode, String name, String kecamatan, boolean kelurahan, boolean training) {}
