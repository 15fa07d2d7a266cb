-- Villages are split and merged. Node ids stay for ever; what changes is to which village people belong. Each table of
-- handovers is keyed by the village whose log fills it, so that no village's batch touches rows of another.

create table lineage (
    id           uuid primary key,
    kind         text collate "C" not null check (kind in ('SPLIT', 'MERGE')),
    effective_on date             not null,
    announced_at timestamptz      not null,
    announced_by text             not null
);

comment on table lineage is 'Changes of villages: one is split into several, or several become one.';

create table lineage_part (
    lineage_id uuid             not null references lineage,
    from_node  text collate "C" not null,
    to_node    text collate "C" not null,
    -- parts of the village that goes, none for all of it
    dusun      text[]           not null,
    primary key (lineage_id, from_node, to_node),
    check (from_node <> to_node)
);

comment on table lineage_part is 'Who hands over to whom in a change of villages.';

create table lineage_census (
    lineage_id uuid             not null references lineage,
    node       text collate "C" not null,
    -- the place in its log up to which it was counted
    epoch      int              not null,
    seq        bigint           not null,
    residents  uuid[]           not null,
    primary key (lineage_id, node)
);

comment on table lineage_census is 'Who was in the villages of a change when it was announced, by id.';

create table handover (
    node       text collate "C" not null,
    id         uuid             not null,
    lineage_id uuid             not null,
    to_node    text collate "C" not null,
    epoch      int              not null,
    seq        bigint           not null,
    residents  uuid[]           not null,
    -- the event, to be given on; emptied when the other village has them
    data       jsonb,
    primary key (node, id)
);

create index handover_open on handover (to_node) where data is not null;

comment on table handover is 'Households that a village handed over to another one.';

create table takeover (
    -- who takes over
    node        text collate "C" not null,
    handover_id uuid             not null,
    given_at    timestamptz,
    epoch       int,
    seq         bigint,
    primary key (node, handover_id)
);

comment on table takeover is 'Households given to the village that takes over, and where in its log it said that it has them.';

create table takeover_duplicate (
    node        text collate "C" not null,
    kind        text collate "C" not null check (kind in ('resident', 'family')),
    id          uuid             not null,
    same_as     uuid             not null,
    handover_id uuid             not null,
    primary key (node, kind, id)
);

comment on table takeover_duplicate is 'Rows that came without their number because another row of the village has it.';
