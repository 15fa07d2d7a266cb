package id.smartkampung.village.profile;

import id.smartkampung.model.wilayah.KodeWilayah;
import id.smartkampung.model.wilayah.Wilayah;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

/** Puts the configured code together with the names of the official list. */
@ApplicationScoped
class ProfileProducer {

    private final ProfileConfig config;

    ProfileProducer(ProfileConfig config) {
        this.config = config;
    }

    @Produces
    @Singleton
    @Named("village")
    VillageProfile profile() {
        KodeWilayah kode = config.kode();
        if (kode.level() != KodeWilayah.Level.DESA) {
            throw new IllegalStateException("village.profile.kode " + kode + " is not the code of a desa or kelurahan");
        }
        return new VillageProfile(
                config.node(),
                kode,
                config.name().orElseGet(() -> nameOf(kode)),
                nameOf(kode.kecamatan()),
                kode.isKelurahan(),
                config.training());
    }

    private static String nameOf(KodeWilayah kode) {
        return Wilayah.find(kode).map(Wilayah.Area::name).orElseGet(kode::value);
    }
}
