-- The up log of this village: what leaves, numbered in the order of the commits, kept until the district has applied it.

-- The end of the log. Every transaction that leaves an event locks this row last and holds it until it has committed:
-- so the order of the numbers is the order of the commits, and a rollback leaves no hole.
create table log_head (
    node text primary key,
    epoch int not null check (epoch >= 1),
    sequence bigint not null check (sequence >= 0),
    hash bytea not null check (octet_length(hash) = 32),
    -- People learn on this database; it never becomes the register of a village.
    training boolean not null default false
);

create unique index log_head_single on log_head ((true));

create table outbox (
    epoch int not null check (epoch >= 1),
    sequence bigint not null check (sequence >= 1),
    event_id uuid not null,
    type text not null,
    subject text not null,
    subject_table text not null,
    subject_id uuid not null,
    time timestamptz not null,
    prev_hash bytea not null check (octet_length(prev_hash) = 32),
    data_hash bytea not null check (octet_length(data_hash) = 32),
    hash bytea not null check (octet_length(hash) = 32),
    salt bytea not null check (octet_length(salt) = 16),
    -- The bytes that are hashed and sent; emptied some time after the district has applied them, the rest stays.
    data bytea,
    -- The row as this event found it, null when the event tells of its removal.
    row_digest bytea check (octet_length(row_digest) = 32),
    xact_id xid8 not null default pg_current_xact_id(),
    primary key (epoch, sequence)
);

create index outbox_unpruned on outbox (epoch, sequence) where data is not null;
create index outbox_of_transaction on outbox (xact_id, subject_id);

-- How far this log has come. Marks stand here and not on the events, which are written once and not touched again.
create table log_state (
    node text primary key,
    -- The broker has everything up to here; set back when the district asks for it again.
    sent_epoch int not null default 1,
    sent_sequence bigint not null default 0,
    sent_at timestamptz,
    -- The district has applied everything up to here.
    acked_epoch int not null default 1,
    acked_sequence bigint not null default 0,
    acked_hash bytea not null default decode(repeat('00', 32), 'hex'),
    acked_at timestamptz,
    last_contact_at timestamptz,
    -- Position at which the district holds another history than we do; nothing is sent any more.
    fork_epoch int,
    fork_sequence bigint,
    resends bigint not null default 0,
    -- Where we are in what the district says: a hint, good as long as the topic is the same.
    down_topic_id text,
    down_offset bigint
);

create unique index log_state_single on log_state ((true));

-- How far the district had come on each day: payloads are emptied a while after they were acknowledged.
create table log_ack (
    acked_on date primary key,
    epoch int not null,
    sequence bigint not null
);

-- Rows of a synced table as they are stored now; those that are gone are left out.
create function guard_digests(synced_table text, row_ids uuid[]) returns table (row_id uuid, digest bytea)
    language plpgsql stable
    set search_path = public, pg_temp
as $$
begin
    return query execute format(
        'select t.id, sha256(convert_to(t::text, ''UTF8'')) from %I t where t.id = any($1)', synced_table)
        using row_ids;
end
$$;

-- Attached as a deferred constraint trigger to each synced table: at commit an event of the same transaction must name
-- this row with the digest of the row as it is committed. Code that forgets its event, changes a row after its event
-- was built, or a person at the SQL prompt is refused; corrections by hand go through named paths that leave events.
create function require_event() returns trigger
    language plpgsql
    set search_path = public, pg_temp
as $$
declare
    changed uuid;
    committed bytea;
begin
    -- The row as this change left it is nearly always the row as it is committed; each later change comes here itself.
    if tg_op <> 'DELETE' and exists (
        select from outbox o
        where o.xact_id = pg_current_xact_id()
            and o.subject_id = new.id
            and o.subject_table = tg_table_name
            and o.row_digest = sha256(convert_to(new::text, 'UTF8'))
    ) and (tg_op = 'INSERT' or new.id = old.id) then
        return null;
    end if;
    foreach changed in array
        case tg_op
            when 'INSERT' then array[new.id]
            when 'DELETE' then array[old.id]
            else array[old.id, new.id]
        end
    loop
        committed := (select g.digest from guard_digests(tg_table_name, array[changed]) g);
        if not exists (
            select from outbox o
            where o.xact_id = pg_current_xact_id()
                and o.subject_id = changed
                and o.subject_table = tg_table_name
                and o.row_digest is not distinct from committed
        ) then
            raise exception 'the change of % % leaves no event', tg_table_name, changed
                using errcode = 'integrity_constraint_violation',
                    table = tg_table_name,
                    constraint = 'require_event',
                    hint = 'Every change of a synced row is told to the district in the same transaction.';
        end if;
    end loop;
    return null;
end
$$;

create function refuse_truncate() returns trigger
    language plpgsql
as $$
begin
    raise exception 'the table % is not truncated: its rows leave one by one, each with its event', tg_table_name
        using errcode = 'integrity_constraint_violation', table = tg_table_name, constraint = 'refuse_truncate';
end
$$;

create trigger outbox_is_not_truncated
    before truncate on outbox
    for each statement execute function refuse_truncate();

-- A payload is emptied, never changed, and not before the district has applied it.
create function keep_payload() returns trigger
    language plpgsql
    set search_path = public, pg_temp
as $$
begin
    if new.data is distinct from old.data
        and (new.data is not null
            or not exists (
                select from log_state s where (s.acked_epoch, s.acked_sequence) >= (old.epoch, old.sequence))) then
        raise exception 'the payload at %:% is not changed, and not emptied before it is acknowledged',
            old.epoch, old.sequence
            using errcode = 'integrity_constraint_violation', table = 'outbox', constraint = 'keep_payload';
    end if;
    return new;
end
$$;

create trigger outbox_keeps_payload
    before update of data on outbox
    for each row execute function keep_payload();

-- The program appends and marks how far it is; it cannot remove or rewrite what it has said, nor claim the events of
-- another transaction.
revoke all on log_head, outbox, log_state, log_ack from "${app_role}";
grant select, insert on log_head to "${app_role}";
grant update (epoch, sequence, hash) on log_head to "${app_role}";
grant select on outbox to "${app_role}";
grant insert (epoch, sequence, event_id, type, subject, subject_table, subject_id, time, prev_hash, data_hash, hash,
    salt, data, row_digest) on outbox to "${app_role}";
grant update (data) on outbox to "${app_role}";
grant select, insert, update on log_state, log_ack to "${app_role}";
