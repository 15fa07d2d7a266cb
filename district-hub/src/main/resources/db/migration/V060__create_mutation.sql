-- Births, deaths, moves of all villages: one row for each, never deleted, undone ones marked. The flows of the population
-- are counted from here.

create table mutation (
    node         text collate "C" not null,
    id           uuid             not null,
    epoch        int              not null,
    seq          bigint           not null,
    resident_id  uuid             not null,
    family_id    uuid,
    kind         text collate "C" not null,
    happened_on  date             not null,
    reported_on  date             not null,
    -- The day whose month counts it in the books of the village.
    booked_on    date             not null,
    recorded_at  timestamptz      not null,
    counted      boolean          not null,
    sex          smallint,
    citizenship  smallint,
    residency    smallint,
    relationship smallint,
    dusun        text,
    move_kind    smallint,
    other_area   text collate "C",
    document     text,
    mother_id    uuid,
    group_id     uuid,
    undone_at    timestamptz,
    primary key (node, id)
) with (fillfactor = 90);

create index mutation_booked on mutation (node, booked_on);
create index mutation_resident on mutation (node, resident_id);

comment on table mutation is 'What added somebody to a village or took somebody away; as of the position of its last event.';
