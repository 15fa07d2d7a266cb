-- Full copies that integrators asked for. The files lie outside the database, in a folder that the hubs share.

create table export (
    id          uuid             primary key,
    -- whose it is: one of an owner runs at a time
    owner       text collate "C" not null,
    caller_id   uuid             not null,
    caller_name text             not null,
    types       text[]           not null,
    -- what the owner might see when it was asked for
    areas       text[]           not null,
    within      text collate "C",
    open        boolean          not null,
    purpose     text             not null,
    format      text collate "C" not null check (format in ('NDJSON', 'CSV')),
    state       text collate "C" not null default 'WAITING'
        check (state in ('WAITING', 'RUNNING', 'READY', 'FAILED', 'CANCELLED', 'EXPIRED')),
    asked_at    timestamptz      not null default now(),
    -- the hub that writes it, and when that last gave a sign of life
    runner      uuid,
    beat_at     timestamptz,
    attempts    int              not null default 0,
    rows_done   bigint           not null default 0,
    rows_total  bigint,
    ended_at    timestamptz,
    expires_at  timestamptz,
    -- {"cursor": "…", "files": [{"name": "…", "type": "…", "rows": 1, "bytes": 1, "sha256": "…"}, …]}
    manifest    jsonb,
    failure     text collate "C"
);

create index export_owner on export (owner, asked_at);
create index export_open on export (asked_at) where state in ('WAITING', 'RUNNING');

comment on table export is 'Full copies for integrators: what was asked for, how far it is, and what it came to.';
