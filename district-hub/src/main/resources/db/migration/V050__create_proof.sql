-- Whether the rows of a village here are its rows there, at which place of its log, and what is done when they are not.

create table proof_tree (
    node          text collate "C" not null,
    subject_table text collate "C" not null,
    -- buckets in which a row was written since their digests were last taken from the columns
    dirty         bit(256)         not null default repeat('1', 256)::bit(256),
    -- count and digest of each bucket
    buckets       bytea,
    primary key (node, subject_table)
) with (fillfactor = 50);

comment on table proof_tree is 'Digests of the rows of each village, computed here from the columns.';

create table proof (
    node           text collate "C" primary key,
    -- the last place at which the rows were proven equal
    epoch          int,
    sequence       bigint,
    proven_at      timestamptz,
    digest_version int,
    -- [{"table": "family", "count": 2418, "root": "…"}, …] as the village said and as was computed here
    tables         jsonb,
    key_id         text collate "C",
    signature      text collate "C",
    -- rows that differ only because an event of them waits
    explained      int              not null default 0,
    -- the last checkpoint that was compared, whatever came of it
    checked_epoch  int,
    checked_sequence bigint,
    checked_at     timestamptz,
    -- when the digests were last computed from all rows
    full_at        timestamptz,
    -- checkpoints that were passed over because a later one came with them
    superseded     bigint           not null default 0
) with (fillfactor = 50);

comment on table proof is 'The last proof of each village.';

create table repair (
    node      text collate "C" primary key,
    step      text collate "C" not null check (step in ('BUCKETS', 'LISTING', 'ROWS', 'STOPPED')),
    since     timestamptz      not null,
    -- the checkpoint at which the difference was found
    epoch     int              not null,
    sequence  bigint           not null,
    -- answers that are still to come in this step
    awaited   int              not null,
    asked     int              not null default 0,
    explained int              not null default 0,
    failures  int              not null default 0
);

comment on table repair is 'Villages whose rows here are not those there, and how far finding and sending again has come.';

alter table incident add column settled_at timestamptz;

-- The log of what is asked of each village.

create table down_head (
    node           text collate "C" primary key,
    epoch          int              not null default 1,
    sequence       bigint           not null default 0,
    hash           bytea            not null default decode(repeat('00', 32), 'hex'),
    sent_sequence  bigint           not null default 0,
    sent_at        timestamptz,
    -- the village has obeyed everything up to here
    obeyed_sequence bigint          not null default 0
) with (fillfactor = 50);

create table down_event (
    node      text collate "C" not null,
    epoch     int              not null,
    sequence  bigint           not null,
    event_id  uuid             not null,
    type      text collate "C" not null,
    subject   text collate "C" not null,
    time      timestamptz      not null,
    prev_hash bytea            not null,
    data_hash bytea            not null,
    hash      bytea            not null,
    salt      bytea            not null,
    data      bytea            not null,
    primary key (node, epoch, sequence)
);

comment on table down_event is 'What was asked of each village, numbered and chained like the log of the village itself.';
