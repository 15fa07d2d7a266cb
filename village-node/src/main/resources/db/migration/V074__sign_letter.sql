-- A letter is signed: by what way, into which file, and by which code whoever holds it looks it up.

alter table letter
    add method text,
    add code text,
    add subject_masked text,
    add facts text,
    add file_sha256 text,
    add file_bytes bigint,
    add signed_by text;

-- Letters that have their number already get a code too; what was filled in tells no facts any more.
update letter set
    facts = '',
    subject_masked = (
        select string_agg(left(word, 1) || repeat('*', length(word) - 1), ' ' order by place)
        from resident r, regexp_split_to_table(r.full_name, '\s+') with ordinality as words (word, place)
        where r.id = letter.applicant_id),
    code = (
        select string_agg(substr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', 1 + (get_byte(seed, i) & 31), 1), '' order by i)
        from (select sha256((letter.id::text || gen_random_uuid() || gen_random_uuid())::bytea) as seed) as random,
            generate_series(0, 25) as i);

alter table letter
    alter code set not null,
    alter subject_masked set not null,
    alter facts set not null,
    add constraint letter_signed_is_a_file check (
        (state in ('SIGNED', 'WITHDRAWN')) = (file_sha256 is not null)
        and (method is null) = (file_sha256 is null)
        and (file_bytes is null) = (file_sha256 is null));

create unique index letter_code on letter (code);

-- The code, and what whoever verifies it is shown, are of the day of the number too.
create or replace function letter_stays() returns trigger
    language plpgsql as $$
begin
    if (new.id, new.request_id, new.applicant_name, new.kind, new.type_version, new.type_name, new.scheme,
            new.classification, new.number, new.scope, new.year, new.sequence, new.issued_on, new.valid_until,
            new.signer_title, new.signer_name, new.code, new.subject_masked, new.facts, new.answers, new.paper,
            new.letterhead, new.signatory_id, new.numbered_by)
        is distinct from
        (old.id, old.request_id, old.applicant_name, old.kind, old.type_version, old.type_name, old.scheme,
            old.classification, old.number, old.scope, old.year, old.sequence, old.issued_on, old.valid_until,
            old.signer_title, old.signer_name, old.code, old.subject_masked, old.facts, old.answers, old.paper,
            old.letterhead, old.signatory_id, old.numbered_by)
    then
        raise exception 'letter % stays as it was numbered', old.id;
    end if;
    return new;
end
$$;
