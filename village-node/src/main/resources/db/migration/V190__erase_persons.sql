-- A person who was erased is gone from the log as well. Of an event about that person stay its place, its hash and the
-- hash of its header, which takes the place of the salt: the chain holds, and nobody can hold a guess against it.

alter table outbox
    alter column salt drop not null,
    add column header_hash bytea check (octet_length(header_hash) = 32),
    add check ((salt is null) = (header_hash is not null)),
    add check (salt is not null or data is null);

grant insert (header_hash) on outbox to "${app_role}";

-- A payload is emptied, never changed, and not before the district has applied it, unless the person was erased. The
-- salt goes only there: the program may not write it.
create or replace function keep_payload() returns trigger
    language plpgsql
    set search_path = public, pg_temp
as $$
begin
    if new.data is distinct from old.data
        and (new.data is not null
            or new.salt is not null
            and not exists (
                select from log_state s where (s.acked_epoch, s.acked_sequence) >= (old.epoch, old.sequence))) then
        raise exception 'the payload at %:% is not changed, and not emptied before it is acknowledged',
            old.epoch, old.sequence
            using errcode = 'integrity_constraint_violation', table = 'outbox', constraint = 'keep_payload';
    end if;
    return new;
end
$$;

-- Empties what was said of persons who are no longer in the register; the program can write none of this itself. Which
-- events it empties the program chooses, among those that name one of them.
create function erase_persons(persons uuid[], epochs int[], sequences bigint[], header_hashes bytea[]) returns bigint
    language plpgsql
    security definer
    set search_path = public, pg_temp
as $$
declare
    subjects text[] := (select coalesce(array_agg('resident/' || p), '{}') from unnest(persons) p);
    emptied bigint;
begin
    if exists (select from resident r where r.id = any(persons)) then
        raise exception 'who is in the register is not erased'
            using errcode = 'integrity_constraint_violation', table = 'resident', constraint = 'erase_persons';
    end if;
    update outbox o
    set data = null, salt = null, header_hash = e.header_hash
    from unnest(epochs, sequences, header_hashes) as e(epoch, sequence, header_hash)
    where o.epoch = e.epoch and o.sequence = e.sequence and o.salt is not null
        and o.type <> 'resident-erased.v1'
        and (o.subject = any(subjects)
            or exists (select from unnest(persons) p where position(convert_to(p::text, 'UTF8') in o.data) > 0));
    get diagnostics emptied = row_count;
    -- Without a salt: who knows the person could find the row by guessing.
    update outbox o set row_digest = null where o.subject = any(subjects) and o.row_digest is not null;
    delete from outbox_left l
    where l.subject = any(subjects)
        or exists (select from unnest(persons) p where position(convert_to(p::text, 'UTF8') in l.data) > 0);
    delete from fork_finding f where f.subject = any(subjects) and f.type <> 'resident-erased.v1';
    update field_change c set old_value = null, new_value = null
    where c.subject_kind = 'resident' and c.subject_id = any(persons)
        and (c.old_value is not null or c.new_value is not null);
    update mutation_effect m set old_value = null, new_value = null
    where m.subject_kind = 'resident' and m.subject_id = any(persons);
    return emptied;
end
$$;

-- After a restore from a backup that still had them: persons who were erased go once more, before anybody works here.
-- No event tells of it, since that would part our history from the one that the district has; its event exists already.
-- Says how many went. Who has something that must be kept stays, as with any erasure: one that was written down and not
-- committed may be followed by a request.
create function erase_again(persons uuid[]) returns bigint
    language plpgsql
    security definer
    set search_path = public, pg_temp
as $$
declare
    person uuid;
    gone bigint := 0;
begin
    if not exists (select from resident r where r.id = any(persons)) then
        return 0;
    end if;
    alter table resident disable trigger resident_requires_event;
    foreach person in array persons loop
        begin
            delete from resident r where r.id = person;
            gone := gone + found::int;
        exception when foreign_key_violation then
            raise warning 'resident % has something that must be kept, and is not erased again', person;
        end;
    end loop;
    alter table resident enable trigger resident_requires_event;
    return gone;
end
$$;

revoke all on function erase_persons(uuid[], int[], bigint[], bytea[]), erase_again(uuid[]) from public;
grant execute on function erase_persons(uuid[], int[], bigint[], bytea[]), erase_again(uuid[]) to "${app_role}";
