-- What the district proves its rows against: a digest of every row that leaves, kept in the transaction that appends.

create table proof_row (
    subject_table text collate "C" not null,
    -- the first byte of SHA-256 of the id
    bucket smallint not null check (bucket between 0 and 255),
    id uuid not null,
    digest bytea not null check (octet_length(digest) = 32),
    primary key (subject_table, bucket, id)
);

create table proof_tree (
    subject_table text collate "C" primary key,
    -- buckets in which a row was entered, changed or removed since their digests were last taken
    dirty bit(256) not null default repeat('1', 256)::bit(256),
    -- count and digest of each bucket
    buckets bytea
);

-- An event about no row, such as a checkpoint, names none; the guard asks only for rows.
alter table outbox alter column subject_table drop not null;
alter table outbox alter column subject_id drop not null;
alter table outbox add check ((subject_table is null) = (subject_id is null));

-- The last checkpoint; beside the log and not in its state, which is locked in another order.
create table checkpoint_mark (
    epoch int not null,
    sequence bigint not null,
    at timestamptz not null
);

create unique index checkpoint_mark_single on checkpoint_mark ((true));

alter table log_state
    -- How far the log of the district's commands was obeyed.
    add column down_epoch int not null default 1,
    add column down_sequence bigint not null default 0,
    add column down_hash bytea not null default decode(repeat('00', 32), 'hex'),
    -- Up to here the district has proven that its rows are ours, and when, by its clock.
    add column proven_epoch int,
    add column proven_sequence bigint,
    add column proven_at timestamptz;

-- What is still to be sent of a snapshot that the district asked for; each part goes in a transaction of its own.
create table snapshot_part (
    subject_table text collate "C" not null,
    bucket smallint not null,
    snapshot_id uuid not null,
    primary key (subject_table, bucket)
);
