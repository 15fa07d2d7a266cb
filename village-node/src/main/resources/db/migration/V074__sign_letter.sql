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

-- One that was withdrawn may be followed by another of the same request.
drop index letter_of_request;
create unique index letter_of_request on letter (request_id, kind) where state in ('NUMBERED', 'SIGNED');
