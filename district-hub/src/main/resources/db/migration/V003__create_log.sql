-- What the villages sent, how far each was applied, and what could not be.
-- Codes and node ids are compared by their bytes: order is fixed, and no collation is asked for each row.

create table village (
    node           text collate "C" primary key,
    kode_desa      text collate "C" not null,
    kode_kecamatan text collate "C" not null,
    name           text             not null,
    kelurahan      boolean          not null,
    registered_at  timestamptz      not null,
    last_heard_at  timestamptz,
    -- the program of the village, as it says in its head
    version        text
) with (fillfactor = 50);

comment on table village is 'The village servers that belong to this regency.';

create table log_cursor (
    node            text collate "C" primary key,
    -- the last event applied
    epoch           int              not null default 1,
    sequence        bigint           not null default 0,
    hash            bytea            not null default decode(repeat('00', 32), 'hex'),
    -- the end of the log as the village last announced it
    head_epoch      int,
    head_sequence   bigint,
    head_at         timestamptz,
    -- where to go on reading: a hint, worth something only while the topic is the same
    broker_topic_id text collate "C",
    broker_offset   bigint,
    last_event_at   timestamptz,
    last_applied_at timestamptz,
    repeats         bigint           not null default 0,
    -- the missing events, as far as known: from the one after the cursor to the one before what has arrived
    gap_from        bigint,
    gap_to          bigint,
    gap_since       timestamptz,
    state           text             not null default 'RECEIVING' check (state in ('RECEIVING', 'PAUSED', 'FROZEN')),
    state_since     timestamptz      not null default now()
) with (fillfactor = 50);

comment on table log_cursor is 'How far the log of each village has been applied; locked by whoever applies.';

create table received_event (
    node        text collate "C" not null,
    epoch       int              not null,
    sequence    bigint           not null,
    event_id    uuid             not null,
    type        text collate "C" not null,
    subject     text collate "C" not null,
    time        timestamptz      not null,
    prev_hash   bytea            not null,
    data_hash   bytea            not null,
    hash        bytea            not null,
    salt        bytea            not null,
    -- as sent; null after its time is over or after an erasure, the chain holds without it
    data        bytea,
    received_at timestamptz      not null,
    primary key (node, epoch, sequence)
);

comment on table received_event is 'Every accepted event as it came, also those that are parked.';

create table parked_event (
    node      text collate "C" not null,
    epoch     int              not null,
    sequence  bigint           not null,
    subject   text collate "C" not null,
    reason    text             not null,
    parked_at timestamptz      not null,
    primary key (node, epoch, sequence)
);

comment on table parked_event is 'Events that could not be applied, and the later ones of the same subject.';

create table incident (
    id            bigint generated always as identity primary key,
    node          text collate "C" not null,
    kind          text collate "C" not null,
    -- the position that the record claims, or the one that was due when it claims none
    epoch         int              not null,
    sequence      bigint           not null,
    detail        text             not null,
    at            timestamptz      not null,
    last_at       timestamptz      not null,
    times         int              not null default 1,
    broker_offset bigint           not null,
    unique (node, kind, epoch, sequence)
);

comment on table incident is 'Records that cannot be trusted: nothing of them was applied.';
