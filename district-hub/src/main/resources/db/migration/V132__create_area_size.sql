-- How large the area of each desa is, as an administrator entered it: the denominator of the density.

create table area_size (
    kode_desa     text collate "C" primary key,
    square_metres bigint           not null check (square_metres > 0)
);

-- The few deaths of a year, of which some are of infants.
create index mutation_death on mutation (booked_on) where kind = 'DEATH' and counted and undone_at is null;
