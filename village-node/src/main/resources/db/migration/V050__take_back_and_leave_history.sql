-- A server that was restored from a backup takes back what it lost, or goes on in a new epoch.

alter table log_state drop constraint log_state_halt_check;
alter table log_state
    add check (halt in ('RESTORED', 'FORKED', 'LOST', 'RESYNC', 'FROZEN'));

-- What this server wrote behind the place where its history and that of the district parted, as it stood before it got
-- its numbers in the new epoch. Kept for people; nothing reads it.
create table outbox_left as
    select epoch, sequence, event_id, type, subject, time, prev_hash, data_hash, hash, salt, data, now() as left_at
    from outbox
    with no data;

-- The program cannot remove what it has said; this is the one way, and it keeps a copy.
create function leave_history(common bigint) returns bigint
    language plpgsql
    security definer
    set search_path = public, pg_temp
as $$
declare
    left_behind bigint;
begin
    with gone as (delete from outbox o where o.sequence > common returning o.*)
    insert into outbox_left (epoch, sequence, event_id, type, subject, time, prev_hash, data_hash, hash, salt, data, left_at)
    select g.epoch, g.sequence, g.event_id, g.type, g.subject, g.time, g.prev_hash, g.data_hash, g.hash, g.salt, g.data,
        now()
    from gone g;
    get diagnostics left_behind = row_count;
    return left_behind;
end
$$;

-- Where this server and the district worked on the same thing while their histories were apart: ours holds, and a person
-- looks at theirs.
create table fork_finding (
    id uuid primary key,
    subject text not null,
    -- BOTH worked on it, or why theirs cannot stand beside ours
    reason text not null,
    type text not null,
    -- theirs; emptied when it is decided
    data bytea,
    found_at timestamptz not null,
    decided_at timestamptz,
    decided_by text,
    -- OURS or THEIRS
    decision text,
    check ((decided_at is null) = (decision is null)),
    check ((decided_at is null) = (data is not null))
);

create index fork_finding_open on fork_finding (found_at, id) where decided_at is null;

revoke all on function leave_history(bigint) from public;
grant execute on function leave_history(bigint) to "${app_role}";
revoke all on outbox_left, fork_finding from "${app_role}";
grant select, insert, update on fork_finding to "${app_role}";
