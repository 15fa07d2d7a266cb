-- What accounts see that do not see everything. Their connections look into one of these schemas first, so that every
-- statement of the program, whoever wrote it, finds the views where it names the tables.

set local client_min_messages = warning;
drop schema if exists area, counter cascade;
create schema area;
create schema counter;
grant usage on schema area, counter to "${app_role}";

-- COUNTER is the village without the confidential requests that others handle. Who may see those has no viewer; who
-- carries the letter home has a part in it.
create view counter.request with (security_invoker = true) as
    select q.* from public.request q
    where not q.confidential or coalesce(current_setting('kampung.viewer', true), '') = ''
        or exists (select from public.request_step s
            where s.request_id = q.id and s.account_id::text = current_setting('kampung.viewer', true))
        or exists (select from public.delivery d
            where d.request_id = q.id and d.courier_id::text = current_setting('kampung.viewer', true));

create view counter.request_step with (security_invoker = true) as
    select s.* from public.request_step s where exists (select from counter.request q where q.id = s.request_id);

create view counter.mall_request with (security_invoker = true) as
    select m.* from public.mall_request m where exists (select from counter.request q where q.id = m.request_id);

create view counter.delivery with (security_invoker = true) as
    select d.* from public.delivery d where exists (select from counter.request q where q.id = d.request_id);

create view counter.delivery_photo with (security_invoker = true) as
    select p.* from public.delivery_photo p where exists (select from counter.delivery d where d.id = p.delivery_id);

create view counter.letter_filling with (security_invoker = true) as
    select f.* from public.letter_filling f where exists (select from counter.request q where q.id = f.request_id);

create view counter.letter_draft with (security_invoker = true) as
    select d.* from public.letter_draft d where exists (select from counter.request q where q.id = d.request_id);

create view counter.letter with (security_invoker = true) as
    select l.* from public.letter l where exists (select from counter.request q where q.id = l.request_id);

create view counter.letter_print with (security_invoker = true) as
    select p.* from public.letter_print p where exists (select from counter.letter l where l.id = p.letter_id);

create view counter.letter_effect with (security_invoker = true) as
    select e.* from public.letter_effect e where exists (select from counter.letter l where l.id = e.letter_id);

-- AREA is a part of the village. A table that tells of persons and is read by a page belongs here; AreaViewsTest knows
-- those that do not.

-- The parts of the village the connection is bound to; none where none is said.
create view area.allowed as
    select nullif(split_part(line, '|', 1), '') as dusun, nullif(split_part(line, '|', 2), '') as rw,
        nullif(split_part(line, '|', 3), '') as rt
    from unnest(string_to_array(current_setting('kampung.areas', true), E'\n')) as line
    where line ~ '[^|]';

-- Nobody is moved out of, or entered outside of, what one sees.
create view area.resident with (security_invoker = true) as
    select r.* from public.resident r
    where exists (select from area.allowed a
        where (a.dusun is null or a.dusun = r.dusun) and (a.rw is null or a.rw = r.rw) and (a.rt is null or a.rt = r.rt))
    with local check option;

create view area.handed_over with (security_invoker = true) as
    select h.* from public.handed_over h where exists (select from area.resident r where r.id = h.resident_id);

-- The card of whoever is seen is seen too, wherever it was issued for; of its members only those who are seen. A card
-- of which nobody has written down a place, and that has no members yet, is everybody's.
create view area.family with (security_invoker = true) as
    select f.* from public.family f
    where exists (select from area.allowed a
            where (a.dusun is null or a.dusun = f.dusun) and (a.rw is null or a.rw = f.rw)
                and (a.rt is null or a.rt = f.rt))
        or exists (select from area.resident r where r.family_id = f.id)
        or coalesce(f.dusun, f.rw, f.rt) is null
            and not exists (select from public.resident r where r.family_id = f.id)
    with local check option;

create view area.resident_alias with (security_invoker = true) as
    select a.* from public.resident_alias a where exists (select from area.resident r where r.id = a.kept_id);

create view area.mutation with (security_invoker = true) as
    select m.* from public.mutation m where exists (select from area.resident r where r.id = m.resident_id);

create view area.mutation_effect with (security_invoker = true) as
    select e.* from public.mutation_effect e where exists (select from area.mutation m where m.id = e.mutation_id);

create view area.field_change with (security_invoker = true) as
    select c.* from public.field_change c
    where c.subject_kind = 'resident' and exists (select from area.resident r where r.id = c.subject_id)
        or c.subject_kind = 'family' and exists (select from area.family f where f.id = c.subject_id);

create view area.request with (security_invoker = true) as
    select q.* from counter.request q where exists (select from area.resident r where r.id = q.applicant_id);

create view area.request_step with (security_invoker = true) as
    select s.* from public.request_step s where exists (select from area.request q where q.id = s.request_id);

create view area.mall_request with (security_invoker = true) as
    select m.* from public.mall_request m where exists (select from area.request q where q.id = m.request_id);

create view area.delivery with (security_invoker = true) as
    select d.* from public.delivery d where exists (select from area.request q where q.id = d.request_id);

create view area.delivery_photo with (security_invoker = true) as
    select p.* from public.delivery_photo p where exists (select from area.delivery d where d.id = p.delivery_id);

create view area.letter_filling with (security_invoker = true) as
    select f.* from public.letter_filling f where exists (select from area.request q where q.id = f.request_id);

create view area.letter_draft with (security_invoker = true) as
    select d.* from public.letter_draft d where exists (select from area.request q where q.id = d.request_id);

create view area.letter with (security_invoker = true) as
    select l.* from counter.letter l where exists (select from area.resident r where r.id = l.applicant_id);

create view area.letter_print with (security_invoker = true) as
    select p.* from public.letter_print p where exists (select from area.letter l where l.id = p.letter_id);

create view area.letter_effect with (security_invoker = true) as
    select e.* from public.letter_effect e where exists (select from area.letter l where l.id = e.letter_id);

-- Files and findings tell of the whole village.
create view area.import_run with (security_invoker = true) as select * from public.import_run where false;
create view area.import_finding with (security_invoker = true) as select * from public.import_finding where false;
create view area.import_total with (security_invoker = true) as select * from public.import_total where false;
create view area.fork_finding with (security_invoker = true) as select * from public.fork_finding where false;

-- Who sees a family in part does not change it: neither the card nor who belongs to it and as what.
create function area.family_is_seen_whole() returns trigger
    language plpgsql
as $$
declare
    touched uuid[];
begin
    if tg_table_name = 'family' then
        touched := array[old.id];
    elsif tg_op = 'INSERT' then
        touched := array[new.family_id];
    elsif tg_op = 'DELETE' then
        touched := array[old.family_id];
    elsif (new.family_id, new.relationship, new.base_status)
        is distinct from (old.family_id, old.relationship, old.base_status) then
        touched := array[old.family_id, new.family_id];
    end if;
    if exists (
        select from public.resident r
        where r.family_id = any(touched) and not exists (select from area.resident s where s.id = r.id)
    ) then
        raise exception 'some of the family live where this account may not look'
            using errcode = 'with_check_option_violation';
    end if;
    if tg_op = 'DELETE' then
        return old;
    end if;
    return new;
end
$$;

create trigger family_is_seen_whole
    before update or delete on public.family
    for each row when (current_setting('kampung.areas', true) <> '')
    execute function area.family_is_seen_whole();

create trigger resident_family_is_seen_whole
    before insert or update or delete on public.resident
    for each row when (current_setting('kampung.areas', true) <> '')
    execute function area.family_is_seen_whole();

-- The rights on the tables hold, since the views look with those of whoever asks.
grant select, insert, update, delete on all tables in schema area, counter to "${app_role}";
